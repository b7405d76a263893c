/** Which of a reply's languages a conversation gets; null when there is none. */
type Wanted = { conversation: string | null; channel: string; source: string };

/** The conversation's language, then the channel's; then the one it was first written in. */
export function languageFor(available: readonly string[], wanted: Wanted): string | null {
  for (const language of [wanted.conversation, wanted.channel, wanted.source]) {
    if (language === null) continue;
    const found = matchOf(available, language);
    if (found) return found;
  }
  return available[0] ?? null;
}

/** The same language, and if need be of another region. */
function matchOf(available: readonly string[], language: string): string | undefined {
  const base = baseOf(language);
  return (
    available.find((each) => each === language) ??
    available.find((each) => each === base) ??
    available.find((each) => baseOf(each) === base)
  );
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
