import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { Entry } from '@/lib/domain/rules/apply';
import type { RuleNames } from '@/lib/domain/rules/names';
import { namesOf } from '@/lib/domain/rules/names';
import type { Mode, RuleVersion } from '@/lib/domain/rules/rule';
import type { Done } from '@/lib/domain/rules/run';
import type { Change } from '@/lib/domain/rules/sentences';
import { changesIn, heldWords, leftWords, whenWords, whyWords } from '@/lib/domain/rules/sentences';
import { ruleThings } from '@/lib/rule-things';
import { inConversation } from '../inbox/in-conversation';
import { requirePermission } from '../permission';

/** One rule and what became of it for a message, in words. */
export type RunLine = {
  versionId: string;
  /** Null once nobody knows what it was. */
  ruleId: string | null;
  name: string;
  no: number;
  matched: boolean;
  /** What it asks, where it held; why it did not, where not. */
  said: string;
  /** What it could not do, where it held. */
  left: string | null;
};

/** What the rules made of one message. */
export type RunView = {
  runId: string;
  at: string;
  mode: Mode;
  lines: RunLine[];
  changes: Change[];
  /** What stayed as it was, and why. */
  held: string[];
};

/** Older ones are not shown: the newest say where it is. */
const MOST = 10;

/** What the rules made of the newest messages of a conversation, the newest first. */
export async function conversationRuns(actor: Actor, conversationId: string): Promise<RunView[]> {
  requirePermission(actor, 'conversation.read');
  return await inConversation(actor, conversationId, async (tx) => {
    const runs = await prepared<RunRow>(tx, {
      name: 'conversation-runs',
      text: `select id, at::text as at, mode, entries, effects from rule_runs
        where workspace_id = $1 and conversation_id = $2 order by at desc, id desc limit ${MOST}`,
      values: [actor.workspaceId, conversationId],
    });
    if (runs.length === 0) return [];
    const versions = await versionsOf(tx, actor.workspaceId, runs);
    const names = namesOf(await ruleThings(tx, actor.workspaceId));
    return runs.map((run) => runView(run, versions, names));
  });
}

type RunRow = { id: string; at: string; mode: Mode; entries: readonly Entry[]; effects: Done };
type Known = RuleVersion & { ruleId: string; no: number };

async function versionsOf(
  tx: Tx,
  workspaceId: string,
  runs: readonly RunRow[],
): Promise<ReadonlyMap<string, Known>> {
  const ids = runs.flatMap(({ entries }) => entries.map(({ ruleVersionId }) => ruleVersionId));
  const rows = await prepared<Known>(tx, {
    name: 'versions-of-runs',
    text: `select id, rule_id as "ruleId", no, name, enabled, conditions, effects
      from routing_rule_versions where workspace_id = $1 and id = any($2::uuid[])`,
    values: [workspaceId, [...new Set(ids)]],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

function runView(
  { id, at, mode, entries, effects }: RunRow,
  versions: ReadonlyMap<string, Known>,
  names: RuleNames,
): RunView {
  return {
    runId: id,
    at: isoInstant(at),
    mode,
    lines: entries.map((entry) => lineOf(entry, versions.get(entry.ruleVersionId), names)),
    changes: changesIn(effects.before, effects.after, names),
    held: effects.held.map(heldWords),
  };
}

function lineOf(entry: Entry, version: Known | undefined, names: RuleNames): RunLine {
  const { ruleVersionId: versionId, matched } = entry;
  const known = version ?? { ruleId: null, name: 'A rule that is gone', no: 0, conditions: [] };
  const said = entry.matched ? `${whenWords(known, names)}.` : whyWords(entry, known, names);
  return {
    ...{ versionId, ruleId: known.ruleId, name: known.name, no: known.no, matched, said },
    left: entry.matched && entry.left ? leftWords(entry.left) : null,
  };
}
