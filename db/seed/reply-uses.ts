import { and, eq, isNotNull } from 'drizzle-orm';
import { shareEdited } from '@/lib/domain/replies/standing';
import type { VersionState } from '@/lib/domain/replies/state';
import { parseTemplate, render } from '@/lib/domain/replies/template';
import { valuesOf, variableNames } from '@/lib/domain/replies/variables';
import type { Tx } from '../client';
import { conversations, messages } from '../schema/conversations';
import { identities } from '../schema/people';
import type { replyVersions } from '../schema/replies';
import type { replyUses } from '../schema/reply-uses';
import type { House } from './house';
import type { ToldReply } from './reply-words';
import { MINUTE_MS } from './standing';

export type LaidVersion = typeof replyVersions.$inferInsert & { state: VersionState };
export type LaidReply = { told: ToldReply; replyId: string; versions: LaidVersion[] };

type Sent = Awaited<ReturnType<typeof sentByPeople>>[number];
type Use = typeof replyUses.$inferInsert;

/** Messages of the story that were written with a reply: by whom and when, and how much of it was changed. */
export async function usesOf(tx: Tx, house: House, laid: readonly LaidReply[]): Promise<Use[]> {
  const sent = await sentByPeople(tx, house);
  return laid.flatMap((reply) =>
    (reply.told.sentAs ?? []).flatMap((beginning) =>
      sent
        .filter(({ body }) => body.startsWith(beginning))
        .flatMap((message) => useOf(house, reply, message)),
    ),
  );
}

function sentByPeople(tx: Tx, { workspaceId }: House) {
  return tx
    .select({
      messageId: messages.id,
      conversationId: messages.conversationId,
      memberId: messages.authorId,
      body: messages.body,
      at: messages.at,
      contactName: identities.name,
    })
    .from(messages)
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, messages.workspaceId),
        eq(conversations.id, messages.conversationId),
        eq(conversations.kind, 'private'),
      ),
    )
    .innerJoin(
      identities,
      and(
        eq(identities.workspaceId, conversations.workspaceId),
        eq(identities.id, conversations.identityId),
      ),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.kind, 'outbound'),
        isNotNull(messages.authorId),
      ),
    )
    .orderBy(messages.at);
}

/** With the version that was in use then and is nearest to what was sent; none where nothing was. */
function useOf(house: House, { versions }: LaidReply, sent: Sent): Use[] {
  const { memberId, messageId, conversationId, body } = sent;
  const at = Date.parse(sent.at);
  const [use] = versions
    .filter(({ publishedAt, endedAt }) => before(publishedAt, at) && !before(endedAt, at))
    .map((version) => ({ version, ...rendered(version, sent) }))
    .toSorted((a, b) => a.edited - b.edited);
  if (!use || memberId === null || use.edited > 60) return [];
  const { segments, edited, version } = use;
  return [
    {
      ...{ workspaceId: house.workspaceId, id: house.idAt(new Date(at)), versionId: version.id },
      ...{ conversationId, memberId, messageId, segments, edited, state: 'sent' },
      insertedAt: new Date(at - 2 * MINUTE_MS).toISOString(),
      sentAt: new Date(at).toISOString(),
    },
  ];

  function rendered({ body: words = '', allowance = 'locked' }: LaidVersion, to: Sent) {
    const { segments, text } = render(
      parseTemplate(words, variableNames),
      allowance,
      valuesFor(to),
    );
    return { segments, edited: Math.round(shareEdited(text, body) * 100) };
  }
}

function before(instant: string | null | undefined, at: number): boolean {
  return typeof instant === 'string' && Date.parse(instant) <= at;
}

function valuesFor({ contactName, conversationId }: Sent) {
  return valuesOf({
    ...{ contactName, contactHandle: null, memberName: '', channelHandle: '' },
    ...{ conversationId, attributes: {} },
  });
}
