import type { LibraryLine } from '@/lib/queries/replies/views';

/** What can be asked of the library beside words. */
export const standings = [
  'all',
  'in_use',
  'in_review',
  'draft',
  'scheduled',
  'ending',
  'stale',
  'unused',
  'archived',
] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Record<Standing, string> = {
  all: 'Everything',
  in_use: 'In use',
  in_review: 'In review',
  draft: 'Being written',
  scheduled: 'Scheduled',
  ending: 'Ends or is due soon',
  stale: 'Stale translation',
  unused: 'Nothing in use',
  archived: 'Archived',
};

export type Asked = {
  typed: string;
  /** Null for all; '' for those in none. */
  folder: string | null;
  standing: Standing;
  ownerId: string | null;
};

const soonMs = 14 * 86_400_000;

/** A line with what is looked for in it, made once per list and not once per letter. */
export type Indexed = { line: LibraryLine; text: string };

export function indexed(lines: readonly LibraryLine[]): Indexed[] {
  return lines.map((line) => ({
    line,
    text: plain(`/${line.key} ${line.title} ${line.folder} ${line.owner.name}`),
  }));
}

/** The lines that were asked for, in their order. Archived ones are shown only where they are asked for. */
export function filtered(lines: readonly Indexed[], asked: Asked, now: number): LibraryLine[] {
  const words = plain(asked.typed).split(/\s+/).filter(Boolean);
  const stands = tests[asked.standing];
  return lines
    .filter(({ line, text }) => {
      const { folder, ownerId } = asked;
      if (folder !== null && line.folder !== folder) return false;
      if (ownerId !== null && line.owner.id !== ownerId) return false;
      if (line.archived !== (asked.standing === 'archived')) return false;
      return stands(line, now) && words.every((word) => text.includes(word));
    })
    .map(({ line }) => line);
}

/** Every folder with how many replies stand in it, archived ones left out; '' is none. */
export function foldersOf(lines: readonly LibraryLine[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { folder, archived } of lines) {
    if (!archived) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Everybody who looks after something, by name. */
export function ownersOf(lines: readonly LibraryLine[]): LibraryLine['owner'][] {
  const owners = new Map(lines.map(({ owner }) => [owner.id, owner]));
  return [...owners.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

const tests: Record<Standing, (line: LibraryLine, now: number) => boolean> = {
  all: () => true,
  in_use: ({ languages }) => languages.some(({ published }) => published),
  in_review: ({ languages }) => languages.some(({ next }) => next?.state === 'in_review'),
  draft: ({ languages }) =>
    languages.some(({ next }) => next?.state === 'draft' || next?.state === 'changes_requested'),
  scheduled: ({ languages }) => languages.some(({ next }) => next?.scheduledFor),
  ending: ({ due }, now) => due !== null && Date.parse(due.at) - now < soonMs,
  stale: ({ languages }) => languages.some(({ stale }) => stale),
  unused: ({ languages }) => languages.every(({ published }) => !published),
  archived: () => true,
};

/** Without accents and case: nobody types those to find something. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
