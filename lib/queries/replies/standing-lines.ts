import type { VersionState } from '@/lib/domain/replies/state';
import type { LanguageLine, LibraryLine } from './views';

/** What a line needs of a version that is in use or on its way, or is the newest of its language. */
export type StandingVersion = {
  versionId: string;
  language: string;
  number: number;
  state: VersionState;
  scheduledFor: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  sourceVersionId: string | null;
};

/** A reply's languages, the one it is first written in before the others. */
export function languageLines(
  sourceLanguage: string,
  standing: readonly StandingVersion[],
): LanguageLine[] {
  const versions = standing.toSorted((a, b) => b.number - a.number);
  const source = versions.find((each) => isSource(each) && each.state === 'published');
  const languages = [...new Set(versions.map(({ language }) => language))];
  return languages
    .toSorted(
      (a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage) || (a < b ? -1 : 1),
    )
    .map((language) =>
      lineOf(
        language,
        versions.filter((version) => version.language === language),
        source?.versionId,
      ),
    );
  function isSource({ language }: StandingVersion): boolean {
    return language === sourceLanguage;
  }
}

function lineOf(
  language: string,
  versions: readonly StandingVersion[],
  sourceVersionId: string | undefined,
): LanguageLine {
  const published = versions.find(({ state }) => state === 'published');
  const over = versions.find(({ state }) => endings.has(state));
  const next = versions.find(
    (version) => onItsWay.has(version.state) && isAhead(version, published, over),
  );
  const words = published ?? next;
  return {
    language,
    published: published ? { ...named(published), validUntil: published.validUntil } : null,
    next: next ? { ...named(next), state: next.state, scheduledFor: next.scheduledFor } : null,
    ended: published || next ? null : (over?.state ?? null),
    stale:
      sourceVersionId !== undefined &&
      words !== undefined &&
      words.sourceVersionId !== null &&
      words.sourceVersionId !== sourceVersionId,
  };
}

const endings: ReadonlySet<string> = new Set(['superseded', 'expired', 'retired', 'recalled']);
const onItsWay: ReadonlySet<string> = new Set([
  'draft',
  'in_review',
  'changes_requested',
  'approved',
]);

/**
 * What is older than the published one comes no more, unless it is scheduled for a time after it; what was to be changed
 * is history once a newer one was there.
 */
function isAhead(
  { number, state, scheduledFor }: StandingVersion,
  published: StandingVersion | undefined,
  over: StandingVersion | undefined,
): boolean {
  if (scheduledFor === null && number < (published?.number ?? 0)) return false;
  return state !== 'changes_requested' || number > (over?.number ?? 0);
}

function named({ versionId, number }: StandingVersion) {
  return { versionId, number };
}

/** What comes first of the ends and of the re-readings of what is published. */
export function dueOfReply(versions: readonly StandingVersion[]): LibraryLine['due'] {
  const published = versions.filter(({ state }) => state === 'published');
  const due = published.flatMap(({ validUntil, reviewBy }) => [
    ...(validUntil === null ? [] : [{ at: validUntil, for: 'end' as const }]),
    ...(reviewBy === null ? [] : [{ at: reviewBy, for: 'review' as const }]),
  ]);
  return due.toSorted((a, b) => a.at.localeCompare(b.at))[0] ?? null;
}
