import 'server-only';
import { createHash } from 'node:crypto';
import { prepared } from '@/db/client';
import { referenceIn } from '@/lib/domain/channel/message-link';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Judgement, KeptReason } from '@/lib/domain/triage/judge';
import { judge } from '@/lib/domain/triage/judge';
import { blockedAmong, likenessOf, linksIn, spamSignsOf } from '@/lib/domain/triage/quarantine';
import { log } from '@/lib/log';
import type { CommandContext } from '../command';
import type { Thread } from '../inbound/place';
import type { ToldMessage } from '../inbound/told';
import type { Model } from './model';
import { heldModel, readModel } from './model';
import { putAside } from './put-aside';

/** What triage came to; `quarantined` when the conversation was put aside as spam just now. */
export type Judged = { events: EventDraft[]; quarantined: boolean };

type Arrived = { thread: Thread; message: ToldMessage; messageId: string };

const nothing: Judged = { events: [], quarantined: false };

/**
 * Says what a message is, keeps that beside it and on its conversation, and puts a stranger's first message
 * aside where the signs of spam are enough: in one round trip, and a second for what is put aside. A message that
 * cannot be judged comes in all the same.
 */
export async function judgeMessage(
  context: CommandContext<null>,
  arrived: Arrived,
): Promise<Judged> {
  const { message, thread } = arrived;
  if (message.kind === 'unreadable' || message.text.trim() === '') return nothing;
  const { tx, workspaceId } = context;
  const held = heldModel(workspaceId);
  let judgement = judged(message.text, held);
  if (!judgement) return nothing;
  let known = await keep(context, arrived, { judgement, model: held });
  if (known.version !== held.version) {
    const model = await readModel(tx, workspaceId);
    judgement = judged(message.text, model) ?? judgement;
    known = await keep(context, arrived, { judgement, model });
  }
  if (!known.suspect) return nothing;
  const signs = spamSignsOf({
    ...known.suspect,
    cameByLink: known.suspect.cameByLink || referenceIn(message.text) !== undefined,
    isPublic: message.post !== undefined,
    text: message.text,
    hasFiles: message.attachments.length > 0,
    blocked: blockedAmong(linksIn(message.text), known.suspect.domains),
    spam: judgement.spam,
    words: wordsOf(judgement),
  });
  if (signs.length === 0) return nothing;
  await putAside(context, thread.id, signs);
  return {
    quarantined: true,
    events: [
      {
        type: 'conversation.status',
        conversationId: thread.id,
        channelId: message.channelId,
        data: { from: 'open', to: 'spam', because: 'quarantine' },
      },
    ],
  };
}

function judged(text: string, { learned }: Model): Judgement | null {
  try {
    return judge(text, learned);
  } catch (error) {
    log.error({ err: error }, 'a message could not be judged');
    return null;
  }
}

function wordsOf({ intent, reasons }: Judgement): string[] {
  const said = reasons.filter(({ signal }) => signal === 'spam').map(({ text }) => text);
  return intent === 'spam' ? said : [];
}

type Known = {
  version: number;
  suspect: {
    isStranger: boolean;
    isVip: boolean;
    cameByLink: boolean;
    alike: number;
    domains: string[];
  } | null;
};

/** Keeps a judgement; answers how much was learned by now and, of somebody new, what is known of them. */
async function keep(
  { tx, workspaceId }: CommandContext<null>,
  { thread, message, messageId }: Arrived,
  { judgement, model }: { judgement: Judgement; model: Model },
): Promise<Known> {
  const { intent, urgency, language, confidence, reasons } = judgement;
  const likeness = likenessOf(message.text);
  const [known] = await prepared<Known>(tx, {
    name: 'triage-keep',
    text: keepText,
    values: [
      workspaceId,
      messageId,
      thread.id,
      intent,
      urgency,
      language,
      confidence,
      JSON.stringify(reasons.map(({ signal, from, to }): KeptReason => ({ signal, from, to }))),
      model.version,
      likeness && createHash('sha256').update(likeness).digest('base64url').slice(0, 22),
      thread.isNew || thread.newestOfTheirs,
      thread.isNew,
      linksIn(message.text).flatMap(endingsOf),
    ],
  });
  return known ?? { version: model.version, suspect: null };
}

/** “a.b.example” ends in three things that may be blocked. */
function endingsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}

const keepText = `
  with kept as (
    insert into message_triage (workspace_id, message_id, conversation_id, intent, urgency, language,
      confidence, reasons, model_version, likeness)
    values ($1, $2, $3, $4::text, $5::text, $6::text, $7, $8::jsonb, $9, $10::text)
    on conflict (workspace_id, message_id) do update set intent = excluded.intent,
      urgency = excluded.urgency, language = excluded.language, confidence = excluded.confidence,
      reasons = excluded.reasons, model_version = excluded.model_version
  ), shown as (
    update conversations set intent = $4, urgency = $5, language = coalesce($6, language)
    where workspace_id = $1 and id = $3 and $11::boolean
  )
  select coalesce((select version from triage_models where workspace_id = $1), 0) as version,
    case when $12::boolean then (
      select jsonb_build_object(
        'isVip', contact.vip,
        'isStranger', not exists (select from conversations theirs
          where theirs.workspace_id = $1 and theirs.identity_id = person.id and theirs.id <> $3
            and theirs.quarantine is null)
          and not exists (select from conversations theirs join messages ours
            on ours.workspace_id = $1 and ours.conversation_id = theirs.id and ours.kind = 'outbound'
          where theirs.workspace_id = $1 and theirs.identity_id = person.id),
        'cameByLink', exists (select from conversation_origins o
          where o.workspace_id = $1 and o.conversation_id = $3),
        'alike', (select count(distinct few.conversation_id) from (
          select like_it.conversation_id from message_triage like_it
          where like_it.workspace_id = $1 and like_it.likeness = $10
            and like_it.at > now() - interval '1 day' and like_it.conversation_id <> $3
            and not exists (select from messages ours where ours.workspace_id = $1
              and ours.conversation_id = like_it.conversation_id and ours.kind = 'outbound')
          order by like_it.at desc limit 40) few),
        'domains', (select coalesce(jsonb_agg(d.domain order by d.domain), '[]') from blocked_domains d
          where d.workspace_id = $1 and d.domain = any($13::text[])))
      from conversations c
      join identities person on person.workspace_id = $1 and person.id = c.identity_id
      join contacts contact on contact.workspace_id = $1 and contact.id = person.contact_id
      where c.workspace_id = $1 and c.id = $3) end as suspect`;
