import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { RuleBook } from '@/lib/domain/rules/apply';
import { readBook, rulesOf } from '@/lib/rules-in-use';
import type { CommandContext } from '../command';

type Known = { version: string; book: RuleBook };

/** What each workspace's rules were when they were last asked; a change of rules or hours has another version. */
const known = new Map<string, Known>();
/** A process that serves more workspaces reads some of them again. */
const MOST_KNOWN = 1_000;

/** The rules that hold now. Null where none is in use: then it took one look at one row. */
export async function currentBook({
  tx,
  workspaceId,
}: CommandContext<Actor | null>): Promise<RuleBook | null> {
  const [now] = await prepared<{ version: string }>(tx, {
    name: 'rules-version',
    text: `select version || ' ' || (select count(*) from calendar_versions where workspace_id = $1) as version
      from routing_settings where workspace_id = $1 and is_in_use`,
    values: [workspaceId],
  });
  if (!now) return null;
  const kept = known.get(workspaceId);
  if (kept?.version === now.version) return kept.book;
  const rules = await rulesOf(tx, workspaceId);
  const inUse = rules.filter(({ archivedAt }) => archivedAt === null);
  const book = await readBook(tx, workspaceId, inUse);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(workspaceId, { version: now.version, book });
  return book;
}
