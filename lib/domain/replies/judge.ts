import type { Allowance } from './reply';
import type { Standing } from './standing';
import { countWords, standingsOf, withoutRanges } from './standing';
import type { VersionState } from './state';
import type { Segment } from './template';

/** A reply that stands in a text, or stood in the conversation before. */
export type JudgedUse = {
  id: string;
  versionId: string;
  title: string;
  segments: readonly Segment[];
  state: VersionState;
  allowance: Allowance;
  /** What goes along with it, as files of this conversation. */
  fileIds: readonly string[];
};

/** Why a text may not leave as it is: locked words were changed, a file of it is missing, or its words are not in use any more. */
export type StrayReason = 'words' | 'file' | 'superseded' | 'expired' | 'retired';

export type Stray = { useId: string; title: string; why: StrayReason; missing: string[] };

export type Judgement = {
  /** Recalled words, or a file of theirs, are in it: it never leaves. */
  recalled: { useId: string; title: string }[];
  /** Somebody else may let these go. */
  strays: Stray[];
  /** These stand in it. */
  kept: string[];
  /** Nothing is left of these. */
  gone: string[];
};

/** Fewer locked words than these are said by chance. */
const TELLING_WORDS = 6;

/**
 * Judges a text by the approved replies that were put into it (`uses`), and by those that stood in the conversation lately
 * (`lately`), whose words may have come back by hand. The same for the screen, the command and the approval.
 */
export function judgeWords(
  text: string,
  fileIds: readonly string[],
  { uses, lately }: { uses: readonly JudgedUse[]; lately: readonly JudgedUse[] },
): Judgement {
  const judgement: Judgement = { recalled: [], strays: [], kept: [], gone: [] };
  const standings = standingsOfUses(text, uses);
  for (const use of uses) judge(use, standings.get(use.id), { fileIds, judgement });
  const taken = [...standings.values()].flatMap((each) =>
    each.kind === 'gone' ? [] : each.locked,
  );
  const rest = withoutRanges(text.normalize('NFC'), taken);
  for (const use of lately) judgeLate(use, rest, { fileIds, judgement });
  return judgement;
}

type Standable = Pick<JudgedUse, 'id' | 'versionId' | 'segments' | 'state'>;

/** What became of each use in a text. What is in use takes its places first: a newer version may say what a recalled one said. */
export function standingsOfUses(text: string, uses: readonly Standable[]): Map<string, Standing> {
  const inUseFirst = uses.toSorted((one, other) => worth(other) - worth(one));
  return standingsOf(
    text,
    inUseFirst.map(({ id, versionId, segments }) => ({ id, of: versionId, segments })),
  );
}

function worth({ state }: Standable): number {
  if (state === 'recalled') return 0;
  return state === 'published' ? 2 : 1;
}

type Judging = { fileIds: readonly string[]; judgement: Judgement };

function judge(use: JudgedUse, standing: Standing | undefined, { fileIds, judgement }: Judging) {
  const isGone = !standing || standing.kind === 'gone';
  if (use.state === 'recalled' && (!isGone || hasFile(use, fileIds))) {
    judgement.recalled.push(named(use));
    return;
  }
  if (isGone) {
    judgement.gone.push(use.id);
    return;
  }
  judgement.kept.push(use.id);
  const missing = standing.kind === 'strayed' ? standing.missing : [];
  const lacksFile = use.fileIds.some((id) => !fileIds.includes(id));
  judgement.strays.push(...straysOf(use, missing, lacksFile));
}

/** Only by its locked words: what was free in it may be said again, and a few words are said by chance. */
function judgeLate(use: JudgedUse, rest: string, { fileIds, judgement }: Judging) {
  const segments = use.segments.filter(({ locked }) => locked);
  const telling = countWords(segments.map(({ text }) => text).join(' ')) >= TELLING_WORDS;
  const standing = telling ? standingsOf(rest, [{ id: use.id, segments }]).get(use.id) : undefined;
  const isGone = !standing || standing.kind === 'gone';
  if (use.state === 'recalled') {
    if (!isGone || hasFile(use, fileIds)) judgement.recalled.push(named(use));
  } else if (!isGone) {
    const missing = standing.kind === 'strayed' ? standing.missing : [];
    judgement.strays.push(...straysOf(use, missing, false));
  }
}

function hasFile(use: JudgedUse, fileIds: readonly string[]): boolean {
  return use.fileIds.some((id) => fileIds.includes(id));
}

function straysOf(use: JudgedUse, missing: string[], lacksFile: boolean): Stray[] {
  if (missing.length > 0) return [{ ...named(use), why: 'words', missing }];
  if (lacksFile && use.allowance !== 'free') return [{ ...named(use), why: 'file', missing: [] }];
  const { state } = use;
  return state === 'superseded' || state === 'expired' || state === 'retired'
    ? [{ ...named(use), why: state, missing: [] }]
    : [];
}

function named({ id, title }: JudgedUse) {
  return { useId: id, title };
}
