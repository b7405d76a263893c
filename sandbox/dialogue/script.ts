const topics = [
  'delivery',
  'refund',
  'melted',
  'allergens',
  'wholesale',
  'press',
  'creator',
  'app',
  'praise',
  'events',
  'flavour',
  'shop',
  'gift',
  'club',
  'account',
  'idea',
  'work',
  'spam',
  'abuse',
] as const;
export type Topic = (typeof topics)[number];

/**
 * A conversation as it was said. Each line begins with `>` (the customer) or `<` (the brand).
 * Words in braces are filled in: {order}, {flavour}, {other}, {town}, {agent}, {name}.
 */
export type Script = {
  to: 'brand' | 'support';
  topics: readonly Topic[];
  /** The last word is the customer's and wants an answer: it was said in the last hours. */
  waiting: boolean;
  /** Said in the last days. */
  fresh: boolean;
  /** Over how many days it was told; without it, it was one sitting. */
  days: number | null;
  /** Whose it is, when it is not a passer-by's. */
  username: string | null;
  /** The name of somebody who has no other story. */
  name: string | null;
  lines: readonly string[];
  /** The lines that were said on another day than the one before. */
  pauses: ReadonlySet<number>;
};

/**
 * Reads conversations that are written one after another, an empty line between them. The first line of each says
 * whom it was written to and what it is about: `support refund waiting @handle "Name" 12d`. ` / ` begins a line, and a
 * line of `=` another day.
 */
export function scripts(text: string): Script[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(scriptOf);
}

function scriptOf(block: string): Script {
  const [head = '', ...told] = block.split('\n').map((line) => line.trim());
  const { lines, pauses } = sittingsOf(told);
  const name = /"([^"]+)"/.exec(head)?.[1] ?? null;
  const words = head
    .replace(/"[^"]*"/, '')
    .split(/\s+/)
    .filter(Boolean);
  const [to] = words;
  if ((to !== 'brand' && to !== 'support') || lines.some((line) => !/^[<>] \S/.test(line))) {
    throw new Error(`a conversation that cannot be read: ${block}`);
  }
  const days = words.map((word) => /^(\d+)d$/.exec(word)?.[1]).find(Boolean);
  return {
    to,
    topics: topics.filter((topic) => words.includes(topic)),
    waiting: words.includes('waiting'),
    fresh: words.includes('fresh'),
    days: days ? Number(days) : null,
    username: words.find((word) => word.startsWith('@'))?.slice(1) ?? null,
    name,
    lines: lines.map((line) => line.replaceAll(' / ', '\n')),
    pauses,
  };
}

function sittingsOf(told: readonly string[]) {
  const lines: string[] = [];
  const pauses = new Set<number>();
  for (const line of told) {
    if (line === '=') pauses.add(lines.length);
    else lines.push(line);
  }
  return { lines, pauses };
}
