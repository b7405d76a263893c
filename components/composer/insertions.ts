/** The words of a reply that the server did not let in; null when it did. */
type Refused = string | null;

const underway = new Map<string, Set<Promise<Refused>>>();

/** An approved reply is being put in: the server has to know of it before the text that holds it. */
export function whilePuttingIn(conversationId: string, told: Promise<Refused>) {
  const all = underway.get(conversationId) ?? new Set();
  underway.set(conversationId, all.add(told));
  void told.finally(() => all.delete(told));
}

/** Resolves when the server has been told of all that was put into a reply here, with the words that it did not let in. */
export async function refusedOfAll(conversationId: string): Promise<string[]> {
  const answers = await Promise.all(underway.get(conversationId) ?? []);
  return answers.flatMap((words) => words ?? []);
}
