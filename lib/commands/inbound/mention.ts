import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import { identities } from '@/db/schema/people';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { askAbout } from '../relation/checks';
import { receiveEcho } from './echo';
import { receiveMessage } from './receive';
import type { Receipt, ToldMessage } from './told';

/** A public post that a network told us of. */
export type ToldMention = ToldMessage & Required<Pick<ToldMessage, 'post'>>;

/**
 * Takes in a post that calls the account: a message of a public conversation, which is the same for all
 * that its author says in one thread. Told again, it may still turn out to let us answer.
 */
export async function receiveMention(
  context: CommandContext<null>,
  told: ToldMention,
): Promise<Outcome<Receipt>> {
  const mention = { ...told, post: await inKnownThread(context, told) };
  const received = await receiveMessage(context, mention);
  if (received.value === 'repeated') {
    return { ...received, events: await noteSummons(context, mention) };
  }
  if (received.value !== 'received') return received;
  const asks = await introduce(context, mention);
  return asks ? { ...received, nudges: [...(received.nudges ?? []), 'relation'] } : received;
}

/**
 * Takes in what our own account said in public. It belongs here when it answers a post that is here: as a
 * reply of ours that has arrived, or as one that was written elsewhere.
 */
export async function receiveOwnPost(
  context: CommandContext<null>,
  told: ToldMention,
): Promise<Outcome<Receipt | 'unheld'>> {
  const { answers } = told.post;
  const held = answers && (await threadOfPost(context, told.channelId, answers.externalId));
  if (!held) return { value: 'unheld', events: [] };
  const participant = { externalId: held.personExternalId };
  return await receiveEcho(context, {
    ...told,
    participant,
    post: { ...told.post, thread: held.thread },
  });
}

/** A network may name another beginning for one thread; what it answers is what we have. */
async function inKnownThread(
  context: CommandContext<null>,
  { channelId, participant, post }: ToldMention,
): Promise<ToldMention['post']> {
  const { answers } = post;
  const held = answers && (await threadOfPost(context, channelId, answers.externalId));
  return held?.personExternalId === participant.externalId
    ? { ...post, thread: held.thread }
    : post;
}

/** Where a post of this channel is held, if it is. */
async function threadOfPost(
  { tx, workspaceId }: CommandContext<null>,
  channelId: string,
  externalId: string,
): Promise<{ thread: string; personExternalId: string } | undefined> {
  const [held] = await tx
    .select({
      thread: sql<string>`${conversations.publicThread}`,
      personExternalId: identities.externalId,
    })
    .from(messages)
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, messages.workspaceId),
        eq(conversations.id, messages.conversationId),
        eq(conversations.kind, 'public'),
      ),
    )
    .innerJoin(
      identities,
      and(
        eq(identities.workspaceId, conversations.workspaceId),
        eq(identities.id, conversations.identityId),
      ),
    )
    .where(isPost(workspaceId, { channelId, externalId }));
  return held;
}

/**
 * One post may be told of as an answer and again as a quote: that it calls us by either counts, also for
 * whoever has it open.
 */
async function noteSummons(
  { tx, workspaceId }: CommandContext<null>,
  mention: ToldMention,
): Promise<EventDraft[]> {
  const { channelId } = mention;
  if (!mention.post.summons) return [];
  const noted = await tx
    .update(messages)
    .set({ post: sql`${messages.post} || '{"summons": true}'` })
    .where(
      and(
        isPost(workspaceId, mention),
        sql`${messages.post} ->> 'summons' is distinct from 'true'`,
      ),
    )
    .returning({ conversationId: messages.conversationId });
  return noted.map(({ conversationId }) => ({
    type: 'relation.changed',
    conversationId,
    channelId,
    data: { fact: null },
  }));
}

/** Whom the network only numbered is looked up. True when somebody is to be asked about. */
async function introduce(
  context: CommandContext<null>,
  { channelId, externalId }: ToldMention,
): Promise<boolean> {
  const { tx, workspaceId } = context;
  const [stranger] = await tx
    .select({ identityId: identities.id })
    .from(messages)
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, messages.workspaceId),
        eq(conversations.id, messages.conversationId),
      ),
    )
    .innerJoin(
      identities,
      and(
        eq(identities.workspaceId, conversations.workspaceId),
        eq(identities.id, conversations.identityId),
        isNull(identities.handle),
      ),
    )
    .where(isPost(workspaceId, { channelId, externalId }));
  if (!stranger) return false;
  await askAbout(context, { channelId, ...stranger });
  return true;
}

function isPost(
  workspaceId: string,
  { channelId, externalId }: { channelId: string; externalId: string },
) {
  return and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.channelId, channelId),
    eq(messages.externalId, externalId),
  );
}
