import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { members } from '@/db/schema/workspaces';
import { textLimits } from '@/lib/domain/conversation/conversation';
import type { ImportLibrary, KnownLanguage, KnownReply } from '@/lib/domain/replies/import-reply';
import type { ReplyActions, ReplyMedia } from '@/lib/domain/replies/reply';
import { knownVariables } from '@/lib/domain/replies/variables';
import type { CommandContext } from '../command';
import { attributeKeys } from './readable';
import { isoOf } from './version-for';

/** What new words of a language follow: the published version, else the newest. */
type Followed = {
  versionId: string;
  /** Of the newest there is. */
  number: number;
  media: ReplyMedia[];
  actions: ReplyActions;
};

type Language = KnownLanguage & Followed;

type HeldReply = Omit<KnownReply, 'languages'> & {
  id: string;
  languages: ReadonlyMap<string, Language>;
};

/** The whole library, as a file is judged against it. */
export type HeldLibrary = Omit<ImportLibrary, 'replies'> & {
  replies: ReadonlyMap<string, HeldReply>;
};

export async function libraryOf(context: CommandContext, now: Date): Promise<HeldLibrary> {
  const { tx, workspaceId } = context;
  const known = await tx
    .select({ id: channels.id, handle: channels.handle, network: channels.network })
    .from(channels)
    .where(eq(channels.workspaceId, workspaceId))
    .orderBy(channels.handle);
  return {
    now,
    variables: knownVariables(await attributeKeys(context)),
    limit: textLimits.reply,
    channels: known,
    replies: await repliesOf(context),
  };
}

async function repliesOf({ tx, workspaceId }: CommandContext): Promise<Map<string, HeldReply>> {
  const replies = await tx
    .select()
    .from(approvedReplies)
    .where(eq(approvedReplies.workspaceId, workspaceId));
  const versions = await standing({ tx, workspaceId });
  const languages = new Map<string, Map<string, Language>>();
  for (const { replyId, language, ...version } of versions) {
    const of = languages.get(replyId) ?? new Map<string, Language>();
    languages.set(replyId, of.set(language, languageOf(version)));
  }
  return new Map(
    replies.map((reply) => [
      reply.key,
      {
        id: reply.id,
        title: reply.title,
        folder: reply.folder,
        purpose: reply.purpose,
        risk: reply.risk,
        channelIds: reply.channelIds.toSorted(),
        sourceLanguage: reply.sourceLanguage,
        archived: reply.archivedAt !== null,
        languages: languages.get(reply.id) ?? new Map<string, Language>(),
      },
    ]),
  );
}

type Standing = Omit<Awaited<ReturnType<typeof standing>>[number], 'replyId' | 'language'>;

function languageOf(version: Standing): Language {
  const { versionId, number, media, actions, body, allowance, author, open } = version;
  return {
    ...{ versionId, number, media, actions },
    open: author !== null && open !== null ? { author, state: open } : null,
    words: {
      ...{ body, allowance },
      validFrom: isoOf(version.validFrom),
      validUntil: isoOf(version.validUntil),
      reviewBy: isoOf(version.reviewBy),
    },
  };
}

/** Of each language the published version, else the newest; beside it the newest number, and who has one open. */
function standing({ tx, workspaceId }: Pick<CommandContext, 'tx' | 'workspaceId'>) {
  const { replyId, language, state, number } = replyVersions;
  const of = sql`over (partition by ${replyId}, ${language})`;
  const isOpen = sql`filter (where ${state} in ('draft', 'in_review'))`;
  return tx
    .selectDistinctOn([replyId, language], {
      ...{ replyId, language, versionId: replyVersions.id },
      ...{ body: replyVersions.body, allowance: replyVersions.allowance },
      validFrom: replyVersions.validFrom,
      validUntil: replyVersions.validUntil,
      reviewBy: replyVersions.reviewBy,
      ...{ media: replyVersions.media, actions: replyVersions.actions },
      number: sql<number>`max(${number}) ${of}`,
      author: sql<string | null>`max(${members.name}) ${isOpen} ${of}`,
      open: sql<'draft' | 'in_review' | null>`max(${state}) ${isOpen} ${of}`,
    })
    .from(replyVersions)
    .innerJoin(
      members,
      and(eq(members.workspaceId, workspaceId), eq(members.id, replyVersions.authorId)),
    )
    .where(eq(replyVersions.workspaceId, workspaceId))
    .orderBy(replyId, language, sql`${state} <> 'published'`, desc(number));
}
