type Led = { changed: readonly { conversationId: string; version: number }[] };
/** `count`: so many steps of this window follow one another without an answer, this one included. */
type Step = { led: Promise<Led>; count: number };

/** This window's latest step about a conversation, while its answer is awaited. */
const underway = new Map<string, Step>();

/** From now on the next step about these waits for this one. */
export function stepUnderway(ids: readonly string[], led: Promise<Led>) {
  const steps = new Map(ids.map((id) => [id, { led, count: (underway.get(id)?.count ?? 0) + 1 }]));
  for (const [id, step] of steps) underway.set(id, step);
  const over = () => {
    for (const [id, step] of steps) if (underway.get(id) === step) underway.delete(id);
  };
  led.then(over, over);
}

/**
 * The same items, as soon as the steps of this window about them are answered, with the versions that these led to:
 * nobody is told that somebody changed a conversation because they did so themself. Each step counts as one version;
 * where there are more than that, a colleague changed it meanwhile, and the version that was seen stays.
 */
export async function afterOwnSteps<Item extends { conversationId: string; version?: number }>(
  items: readonly Item[],
): Promise<Item[]> {
  const steps = items.map(({ conversationId }) => underway.get(conversationId));
  return await Promise.all(items.map((item, at) => afterOwn(item, steps[at])));
}

async function afterOwn<Item extends { conversationId: string; version?: number }>(
  item: Item,
  step: Step | undefined,
): Promise<Item> {
  const { conversationId, version } = item;
  if (!step || version === undefined) return item;
  const led = await step.led.catch(() => undefined);
  const mine = led?.changed.find((one) => one.conversationId === conversationId);
  return mine?.version === version + step.count ? { ...item, version: mine.version } : item;
}

type Stand = { conversationId: string; version: number };

/** What a conversation stood at before a step that was taken back, and the version at which it stands so again. */
const restored = new Map<string, number>();

/** These steps were taken back: what each of them found is what stands there again. */
export function wentBack(steps: readonly Stand[], { changed }: Led) {
  const now = new Map(changed.map(({ conversationId, version }) => [conversationId, version]));
  for (const { conversationId, version } of steps) {
    const again = now.get(conversationId);
    if (again !== undefined) restored.set(`${conversationId} ${version - 1}`, again);
  }
}

/** The same steps by the versions at which they stand again, once later ones were taken back. */
export function asRestored<Step extends Stand>(steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, version: versionNow(step) }));
}

function versionNow({ conversationId, version }: Stand): number {
  const again = restored.get(`${conversationId} ${version}`);
  return again === undefined ? version : versionNow({ conversationId, version: again });
}
