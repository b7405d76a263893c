type Led = { changed: readonly { conversationId: string; version: number }[] };

/** This window's latest step about a conversation, while its answer is awaited. */
const underway = new Map<string, Promise<Led>>();

/** From now on the next step about these waits for this one. */
export function stepUnderway(ids: readonly string[], step: Promise<Led>) {
  for (const id of ids) underway.set(id, step);
  const over = () => {
    for (const id of ids) if (underway.get(id) === step) underway.delete(id);
  };
  step.then(over, over);
}

/**
 * The same items, as soon as the steps of this window about them are answered, with the versions that these led to:
 * nobody is told that somebody changed a conversation because they did so themself. What a colleague changed
 * meanwhile still stops the step.
 */
export async function afterOwnSteps<Item extends { conversationId: string; version?: number }>(
  items: readonly Item[],
): Promise<Item[]> {
  const steps = items.map(({ conversationId }) => underway.get(conversationId));
  return await Promise.all(items.map((item, at) => afterOwn(item, steps[at])));
}

async function afterOwn<Item extends { conversationId: string; version?: number }>(
  item: Item,
  step: Promise<Led> | undefined,
): Promise<Item> {
  const led = await step?.catch(() => undefined);
  const mine = led?.changed.find(({ conversationId }) => conversationId === item.conversationId);
  return mine && item.version !== undefined ? { ...item, version: mine.version } : item;
}
