import type { Allowance } from './reply';
import type { Standing } from './standing';
import { standingsOf } from './standing';
import type { VersionState } from './state';
import type { Segment } from './template';

/** A reply that stands in a text, or stood in the conversation before. */
export type JudgedUse = {
  id: string;
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
  /** Recalled words are in it: it never leaves. */
  recalled: { useId: string; title: string }[];
  /** Somebody else may let these go. */
  strays: Stray[];
  /** These stand in it. */
  kept: string[];
  /** Nothing is left of these. */
  gone: string[];
};

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
  const standings = standingsOf(text, uses);
  for (const use of uses) judge(use, standings.get(use.id), { fileIds, judgement });
  for (const use of lately) {
    if (!putInAnew(use, uses, standings)) judgeLate(use, standingsOf(text, [use]), judgement);
  }
  return judgement;
}

function judge(
  use: JudgedUse,
  standing: Standing | undefined,
  { fileIds, judgement }: { fileIds: readonly string[]; judgement: Judgement },
) {
  if (!standing || standing.kind === 'gone') {
    judgement.gone.push(use.id);
    return;
  }
  if (use.state === 'recalled') {
    judgement.recalled.push(named(use));
    return;
  }
  judgement.kept.push(use.id);
  const missing = standing.kind === 'strayed' ? standing.missing : [];
  const lacksFile = use.fileIds.some((id) => !fileIds.includes(id));
  judgement.strays.push(...straysOf(use, missing, lacksFile));
}

function judgeLate(use: JudgedUse, standings: Map<string, Standing>, judgement: Judgement) {
  const standing = standings.get(use.id);
  if (!standing || standing.kind === 'gone') return;
  if (use.state === 'recalled') judgement.recalled.push(named(use));
  else if (standing.kind === 'strayed') {
    judgement.strays.push({ ...named(use), why: 'words', missing: standing.missing });
  }
}

/** The same reply stands there already as it should: it was put in anew. */
function putInAnew(
  use: JudgedUse,
  uses: readonly JudgedUse[],
  standings: Map<string, Standing>,
): boolean {
  return uses.some(
    (other) => other.title === use.title && standings.get(other.id)?.kind === 'intact',
  );
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
