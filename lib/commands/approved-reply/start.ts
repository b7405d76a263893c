import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { heldApart } from './held-apart';
import { sourceVersionOf } from './source-version';
import { language } from './values';
import { replyFor, requireInUse, versionEvent } from './version-for';

/** A new draft in a language, with the words of another version of this reply or with none. */
export const startVersion = command({
  permission: 'reply.write',
  input: z.strictObject({
    replyId: z.uuid(),
    language,
    fromVersionId: z.uuid().optional(),
  }),
  async run(context, { replyId, language: into, fromVersionId }) {
    const { tx, workspaceId, actor } = context;
    const reply = await replyFor(context, replyId);
    requireInUse(reply);
    const from = fromVersionId ? await wordsOf(context, replyId, fromVersionId) : null;
    const { language: of, sourceVersionId: said, ...copied } = from ?? {};
    const id = uuid();
    await heldApart(async () =>
      tx.insert(replyVersions).values({
        ...{ workspaceId, id, replyId, language: into, risk: reply.risk },
        ...copied,
        number: (await newestOf(context, replyId, into)) + 1,
        authorId: actor.memberId,
        // Words of this language say what they said before, until their author says otherwise.
        sourceVersionId: of === into && said ? said : await sourceOf(context, reply, into),
      }),
    );
    return {
      value: { versionId: id },
      events: [versionEvent('reply.changed', { id, replyId })],
    };
  },
});

/** What a translation that begins says: the words of the source that are in use, else the newest. */
async function sourceOf(
  context: CommandContext,
  reply: Awaited<ReturnType<typeof replyFor>>,
  into: string,
): Promise<string | null> {
  return into === reply.sourceLanguage ? null : await sourceVersionOf(context, reply);
}

/** Its window is not taken along: it was that version's. */
async function wordsOf({ tx, workspaceId }: CommandContext, replyId: string, versionId: string) {
  const [found] = await tx
    .select({
      body: replyVersions.body,
      allowance: replyVersions.allowance,
      media: replyVersions.media,
      actions: replyVersions.actions,
      language: replyVersions.language,
      sourceVersionId: replyVersions.sourceVersionId,
    })
    .from(replyVersions)
    .where(
      and(
        eq(replyVersions.workspaceId, workspaceId),
        eq(replyVersions.replyId, replyId),
        eq(replyVersions.id, versionId),
      ),
    );
  if (!found) throw new Refusal('not_found', 'There is no such version of this reply.');
  return found;
}

async function newestOf(
  { tx, workspaceId }: CommandContext,
  replyId: string,
  into: string,
): Promise<number> {
  const [newest] = await tx
    .select({ number: sql<number>`${replyVersions.number}` })
    .from(replyVersions)
    .where(
      and(
        eq(replyVersions.workspaceId, workspaceId),
        eq(replyVersions.replyId, replyId),
        eq(replyVersions.language, into),
      ),
    )
    .orderBy(desc(replyVersions.number))
    .limit(1);
  return newest?.number ?? 0;
}
