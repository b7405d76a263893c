const underway = new Map<string, Set<Promise<void>>>();

/** An approved reply is being put in: the server has to know of it before the text that holds it. */
export function whilePuttingIn(conversationId: string, told: Promise<void>) {
  const all = underway.get(conversationId) ?? new Set();
  underway.set(conversationId, all.add(told));
  void told.finally(() => all.delete(told));
}

/** Resolves when the server has been told of all that was put into a reply here. */
export async function toldOfAll(conversationId: string): Promise<void> {
  await Promise.allSettled(underway.get(conversationId) ?? []);
}
