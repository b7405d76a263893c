/** What an offer's text may hold that is different for each: the person's name, and their code. */
const placeholders = ['name', 'code'] as const;
type Placeholder = (typeof placeholders)[number];

/** What a text is filled with; `code` is empty where the text asks for none. */
export type Filling = Readonly<Record<Placeholder, string>>;

/** The words for one person. A name that looks like a placeholder stays a name. */
export function fillIn(body: string, filling: Filling): string {
  return body.replaceAll(known, (_, name: Placeholder) => filling[name]);
}

/** Whether each needs a code of their own. */
export function asksForCode(body: string): boolean {
  return body.includes('{code}');
}

/** What keeps a text from being sent, each in a sentence. `longest`: the longest it may be filled with. */
export function textProblems(body: string, longest: Filling, limit: number): string[] {
  if (body.trim() === '') return ['Write what is to be sent.'];
  const length = [...fillIn(body, longest)].length;
  const tooLong =
    length > limit
      ? [`With the longest name and code this has ${length} characters; ${limit} fit.`]
      : [];
  return [...strangers(body), ...tooLong];
}

const known = /\{(name|code)\}/g;

/** Whatever stands in braces and is nothing that can be filled in, and braces that stand alone. */
function strangers(body: string): string[] {
  const rest = body.replaceAll(known, '');
  const named = [...new Set(rest.match(/\{[^{}\n]*\}/g) ?? [])];
  if (named.length > 0) {
    return named.map((each) => `${each} cannot be filled in; there are {name} and {code}.`);
  }
  return /[{}]/.test(rest) ? ['A brace stands alone; write {name} or {code}.'] : [];
}
