import 'server-only';
import { v7 as uuid } from 'uuid';
import { prepared } from '@/db/client';
import type { ArrivalEffect } from '@/lib/domain/conversation/arrival';
import { tieOf } from '@/lib/domain/conversation/arrival';
import type { MessageKind } from '@/lib/domain/conversation/conversation';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CommandContext } from '../command';
import { asExpected } from '../media/expect';
import type { Thread } from './place';
import type { ToldMessage } from './told';

/** The message to take in, and whose it is. */
export type Told = { message: ToldMessage; kind: Extract<MessageKind, 'inbound' | 'outbound'> };

/** What a message changes about the conversation that it joins. */
export type Change = {
  /** `since`: the customer waits, at the latest since this message. `nobody`: it was an answer. */
  waiting: 'keep' | 'since' | 'nobody';
  /** `answered`: it is their turn now. */
  effect: ArrivalEffect | 'answered';
};

/**
 * Adds a message to a locked conversation, which follows it, in one round trip. Only the newest message
 * moves what the list shows. Undefined when the network told us of it before: then nothing changes.
 */
export async function joinThread(
  { tx, workspaceId }: CommandContext<null>,
  thread: Thread,
  { message, kind }: Told,
  { waiting, effect }: Change,
): Promise<string | undefined> {
  const shown = contentsOf(message);
  const [written] = await prepared<{ id: string }>(tx, {
    name: 'join-thread',
    text: joinThreadText,
    values: [
      workspaceId,
      thread.id,
      uuid(),
      message.channelId,
      kind,
      shown.body,
      shown.unreadable,
      JSON.stringify(asExpected(message.attachments)),
      message.externalId,
      message.at.toISOString(),
      tieOf(message.externalId),
      thread.newest,
      previewOf({ ...shown, attachments: message.attachments }),
      waiting,
      effect,
      postOf(message),
    ],
  });
  return written?.id;
}

/** What a public post speaks of, as it is kept; null for a private message. */
function postOf({ post }: ToldMessage): string | null {
  if (!post) return null;
  const { thread: _, ...kept } = post;
  return JSON.stringify(kept);
}

/** What can be shown of a message: what cannot be read here has no text here. */
export function contentsOf({ kind, text }: ToldMessage): {
  body: string;
  unreadable: 'encrypted' | null;
} {
  return kind === 'unreadable'
    ? { body: '', unreadable: 'encrypted' }
    : { body: text, unreadable: null };
}

const joinThreadText = `
  with written as (
    insert into messages (workspace_id, conversation_id, id, channel_id, kind, body, unreadable,
      attachments, external_id, at, tie, post)
    values ($1, $2, $3, $4, $5::text, $6, $7, $8::jsonb, $9, $10::timestamptz, $11::numeric, $16::jsonb)
    on conflict do nothing
    returning id
  ), followed as (
    update conversations set
      last_message_at = case when $12::boolean then $10::timestamptz else last_message_at end,
      last_message_tie = case when $12 then $11::numeric else last_message_tie end,
      last_message_kind = case when $12 then $5::text else last_message_kind end,
      preview = case when $12 then $13 else preview end,
      has_attachment = has_attachment or jsonb_array_length($8::jsonb) > 0,
      last_inbound_at = case when $5::text = 'inbound'
        then greatest(last_inbound_at, $10::timestamptz) else last_inbound_at end,
      waiting_since = case $14::text when 'since' then least(waiting_since, $10::timestamptz)
        when 'nobody' then null else waiting_since end,
      status = case $15::text when 'stays' then status when 'answered' then 'waiting' else 'open' end,
      status_at = case when $15::text = 'stays' then status_at else now() end,
      snoozed_until = case when $15::text = 'stays' then snoozed_until end,
      snoozed_by = case when $15::text = 'stays' then snoozed_by end,
      resolved_at = case when $15::text = 'stays' then resolved_at end,
      resolved_by = case when $15::text = 'stays' then resolved_by end,
      version = version + case when $15::text = 'stays' then 0 else 1 end,
      episode = episode + case when $15::text = 'returns' then 1 else 0 end
    from written
    where conversations.workspace_id = $1 and conversations.id = $2
  )
  select id from written`;
