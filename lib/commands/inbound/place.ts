import 'server-only';
import { prepared } from '@/db/client';
import type { WordEffect } from '@/lib/domain/consent/words';
import { plainWord } from '@/lib/domain/consent/words';
import { tieOf } from '@/lib/domain/conversation/arrival';
import type { Status } from '@/lib/domain/conversation/conversation';
import type { CommandContext } from '../command';
import type { ToldMessage } from './told';

/** A locked conversation, and how the message that is about to join it stands to it. */
export type Thread = {
  id: string;
  isNew: boolean;
  status: Status;
  /** Nothing in the conversation is newer. */
  newest: boolean;
  /** Nothing that the customer wrote is newer. */
  newestOfTheirs: boolean;
  secondsAfterResolution: number | null;
};

/** What is known before anything is written. */
export type Place = {
  network: string;
  /** This very message is in the thread already. */
  known: boolean;
  identityId: string | null;
  /** The network describes the person differently now. */
  isDescribedAnew: boolean;
  /** It was told that nothing comes on this channel any more. */
  isSilent: boolean;
  /** What the message does to their consent, if it is nothing but one of the workspace's words. */
  effect: WordEffect | null;
  /** They were invited to write in private, and have not since. */
  isInvited: boolean;
  thread: Thread | null;
};

type Row = Omit<Place, 'thread'> & {
  threadId: string | null;
  status: Status;
  newest: boolean;
  newestOfTheirs: boolean;
  secondsAfterResolution: number | null;
};

/**
 * Finds where a message belongs and locks its conversation, in one round trip: the worker does this for
 * every message. Undefined when the channel is not ours any more.
 */
export async function findPlace(
  { tx, workspaceId }: CommandContext<null>,
  { channelId, externalId, participant, at, text, post }: ToldMessage,
): Promise<Place | undefined> {
  const { handle, name, avatarUrl, verified, followerCount } = participant;
  const [row] = await prepared<Row>(tx, {
    name: post ? 'find-public-place' : 'find-place',
    text: post ? findPublicPlaceText : findPlaceText,
    values: [
      workspaceId,
      channelId,
      externalId,
      participant.externalId,
      handle,
      name,
      avatarUrl,
      verified,
      followerCount,
      at.toISOString(),
      tieOf(externalId),
      // A word that opts out counts where nobody else reads it.
      post ? null : plainWord(text),
      ...(post ? [post.thread] : []),
    ],
  });
  if (!row) return undefined;
  const { threadId, status, newest, newestOfTheirs, secondsAfterResolution, ...place } = row;
  const standing = { status, newest, newestOfTheirs, secondsAfterResolution };
  return {
    ...place,
    thread: threadId === null ? null : { id: threadId, isNew: false, ...standing },
  };
}

const findPlaceIn = (threadCondition: string) => `
  with place as (
    select channel.network, channel.silent_since is not null as silent, person.id as identity_id,
      exists (select from handoffs awaited where awaited.workspace_id = $1 and awaited.channel_id = $2
        and awaited.identity_id = person.id and awaited.arrived_at is null) as invited,
      exists (select from messages message where message.workspace_id = $1
        and message.channel_id = $2 and message.external_id = $3) as known,
      (person.handle, person.name, person.avatar_url, person.verified, person.follower_count)
        is distinct from (coalesce($5, person.handle), coalesce($6, person.name),
          coalesce($7, person.avatar_url), coalesce($8, person.verified),
          coalesce($9, person.follower_count)) as described_anew
    from channels channel
    left join identities person on person.workspace_id = channel.workspace_id
      and person.network = channel.network and person.external_id = $4
    where channel.workspace_id = $1 and channel.id = $2 and channel.status <> 'disconnected'
  ), thread as (
    select conversation.id, conversation.status,
      ($10::timestamptz, $11::numeric)
        > (conversation.last_message_at, conversation.last_message_tie) as newest,
      $10::timestamptz >= coalesce(conversation.last_inbound_at, '-infinity') as newest_of_theirs,
      extract(epoch from $10::timestamptz - conversation.resolved_at)::float8 as after_resolution
    from conversations conversation, place
    where conversation.workspace_id = $1 and conversation.channel_id = $2
      and conversation.identity_id = place.identity_id and not place.known
      and ${threadCondition}
    for update of conversation
  )
  select place.network, place.known, place.identity_id as "identityId",
    place.described_anew as "isDescribedAnew", place.silent as "isSilent",
    (select effect from consent_words where workspace_id = $1 and plain = $12::text) as effect,
    place.invited as "isInvited",
    thread.id as "threadId", thread.status,
    thread.newest, thread.newest_of_theirs as "newestOfTheirs",
    thread.after_resolution as "secondsAfterResolution"
  from place left join thread on true`;

const findPlaceText = findPlaceIn("conversation.kind = 'private'");
const findPublicPlaceText = findPlaceIn(
  "conversation.kind = 'public' and conversation.public_thread = $13",
);
