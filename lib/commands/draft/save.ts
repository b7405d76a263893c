import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { drafts } from '@/db/schema/together';
import { can } from '@/lib/domain/access/can';
import { draftModes, longestDraft } from '@/lib/domain/conversation/draft';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { hintDraft } from '../presence/hint';

/** A draft as it stands on the server. */
type Kept = { body: string; revision: number; updatedAt: string };

/** `kept` is false when a later save stands there already, which is then told. */
export type Saved = Kept & { kept: boolean };

const saving = z.strictObject({
  conversationId: z.uuid(),
  mode: z.enum(draftModes),
  body: z
    .string()
    .max(longestDraft, 'A draft of more than 100,000 characters is kept on your device only.'),
  /** One more than the one that the writer knew: an older save never overwrites a newer one. */
  revision: z.int().min(1),
});

/** Keeps what a member has begun to write. Nothing is recorded: a draft is nobody's business yet. */
export const saveDraft = command({
  permission: 'draft.write',
  input: saving,
  async run(context, input) {
    const { actor } = context;
    if (input.mode === 'reply' && !can(actor, 'conversation.reply')) {
      throw new Refusal('forbidden', 'Only agents and leads write replies.');
    }
    return { value: await save(context, input), events: [] };
  },
});

async function save(context: CommandContext, input: z.output<typeof saving>): Promise<Saved> {
  const kept = await keep(context, input);
  if (kept) {
    await hintDraft(context, input.conversationId);
    return { ...kept, kept: true };
  }
  const newer = await findKept(context, input);
  if (!newer) throw new Refusal('not_found', 'There is no such conversation here.');
  return { ...newer, kept: false };
}

async function keep(
  { tx, workspaceId, actor }: CommandContext,
  { conversationId, mode, body, revision }: z.output<typeof saving>,
): Promise<Kept | undefined> {
  // U+0000 alone of what can be typed has no place in a PostgreSQL text.
  const text = body.toWellFormed().replaceAll('\u0000', '');
  const { rows } = await tx.execute<Omit<Kept, 'revision'> & { revision: string }>(sql`
    insert into drafts (workspace_id, conversation_id, member_id, mode, body, revision, updated_at)
    select ${workspaceId}::uuid, c.id, ${actor.memberId}::uuid, ${mode}, ${text}, ${revision}::bigint,
      clock_timestamp()
    from conversations c where c.workspace_id = ${workspaceId} and c.id = ${conversationId}
    on conflict (workspace_id, conversation_id, member_id, mode) do update
      set body = excluded.body, revision = excluded.revision, updated_at = excluded.updated_at
      where drafts.revision < excluded.revision
    returning body, revision, updated_at as "updatedAt"`);
  const [row] = rows;
  return row && toKept(row);
}

async function findKept(
  { tx, workspaceId, actor }: CommandContext,
  { conversationId, mode }: z.output<typeof saving>,
): Promise<Kept | undefined> {
  const [row] = await tx
    .select({ body: drafts.body, revision: drafts.revision, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(
      and(
        eq(drafts.workspaceId, workspaceId),
        eq(drafts.conversationId, conversationId),
        eq(drafts.memberId, actor.memberId),
        eq(drafts.mode, mode),
      ),
    );
  return row && toKept(row);
}

function toKept(row: { body: string; revision: string | number; updatedAt: string }): Kept {
  return {
    body: row.body,
    revision: Number(row.revision),
    updatedAt: isoInstant(row.updatedAt),
  };
}
