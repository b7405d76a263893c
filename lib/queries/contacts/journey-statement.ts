import { CALLED_BACK } from '@/lib/domain/delivery/called-back';

/** As much of a message as a journey shows. */
const LETTERS = 600;

/**
 * A page of a contact's journey before a place (`$3` at, `$4` tie, `$5` id), of the kinds in `$6`. Each source is
 * read in order from its own index, no more than a page of it, and merged; ties as in the conversation itself.
 */
export function journeyStatement(iso: (column: string) => string, limit: number): string {
  const sources = [messages, handoffs, consents, outside].map((source) => `(${source(limit)})`);
  return `
    with theirs as materialized (
      select c.workspace_id, c.id, c.identity_id, c.kind, h.network, h.handle as channel
      from identities i
      join conversations c on c.workspace_id = i.workspace_id and c.identity_id = i.id
      join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      where i.workspace_id = $1 and i.contact_id = $2
    )
    select j.id, ${iso('j.at')} as at, j.tie, j.kind, j.told from (
      ${sources.join('\n      union all\n      ')}
    ) j
    order by j.at desc, j.tie desc, j.id desc limit ${limit}`;
}

const inOrder = (limit: number) => `order by at desc, tie desc, id desc limit ${limit}`;

const where = `'conversationId', t.id, 'network', t.network, 'channel', t.channel`;

const kindOfMessage = `case when m.automatic = 'offer' then 'offer' when m.kind = 'note' then 'note' else t.kind end`;

function messages(limit: number): string {
  return `
    select m.id, m.at, m.tie, ${kindOfMessage} as kind, json_build_object('kind', ${kindOfMessage}, ${where},
      'text', left(m.body, ${LETTERS}), 'isCut', length(m.body) > ${LETTERS}, 'unreadable', m.unreadable,
      'files', jsonb_array_length(m.attachments), 'from', case m.kind when 'inbound' then 'customer' else 'us' end,
      'authorId', m.author_id, 'delivery', m.state,
      'offer', case when m.automatic = 'offer' then (
        select o.name from offer_recipients r
        join offers o on o.workspace_id = r.workspace_id and o.id = r.offer_id
        where r.workspace_id = m.workspace_id and r.identity_id = t.identity_id and r.state = 'queued'
          and r.message_id = m.id) end) as told
    from theirs t cross join lateral (
      select m.*, d.state from messages m
      left join deliveries d on d.workspace_id = m.workspace_id and d.message_id = m.id
      where m.workspace_id = $1 and m.conversation_id = t.id
        and (m.at, m.tie, m.id) < ($3::timestamptz, $4::numeric, $5::uuid)
        and d.detail is distinct from '${CALLED_BACK}'
        and ${kindOfMessage} = any($6::text[])
      order by m.at desc, m.tie desc, m.id desc limit ${limit}
    ) m
    where $6::text[] && array['private', 'public', 'note', 'offer']
    ${inOrder(limit)}`;
}

/** Invited or written to in private, and the private message that came of it: two steps of one handoff. */
function handoffs(limit: number): string {
  const step = (name: string, at: string, conversation: string, member: string) => `
    select f.id, f.${at} as at, 0::numeric as tie, 'handoff' as kind, json_build_object('kind', 'handoff', ${where},
      'step', ${name}, 'memberId', ${member}) as told
    from theirs t join handoffs f on f.workspace_id = $1 and f.${conversation} = t.id
    where 'handoff' = any($6::text[])
      and (f.${at}, 0::numeric, f.id) < ($3::timestamptz, $4::numeric, $5::uuid)`;
  return `
    select * from (
      ${step('f.how', 'invited_at', 'public_id', 'f.by_id')}
      union all ${step("'arrived'", 'arrived_at', 'private_id', 'null')}
    ) f ${inOrder(limit)}`;
}

function consents(limit: number): string {
  return `
    select s.id, s.at, 0::numeric as tie, 'consent' as kind, json_build_object('kind', 'consent', ${where},
      'scope', s.scope, 'granted', s.granted, 'source', s.source, 'evidence', left(s.evidence, ${LETTERS}),
      'memberId', s.member_id) as told
    from consents s join theirs t on t.id = s.conversation_id
    where s.workspace_id = $1 and s.contact_id = $2 and 'consent' = any($6::text[])
      and (s.at, 0::numeric, s.id) < ($3::timestamptz, $4::numeric, $5::uuid)
    ${inOrder(limit)}`;
}

function outside(limit: number): string {
  return `
    select e.id, e.at, 0::numeric as tie, 'event' as kind, json_build_object('kind', 'event', 'event',
      json_build_object('kind', e.kind, 'source', e.source, 'title', e.title, 'body', e.body, 'url', e.url,
        'data', e.data)) as told
    from contact_events e
    where e.workspace_id = $1 and e.contact_id = $2 and 'event' = any($6::text[])
      and (e.at, 0::numeric, e.id) < ($3::timestamptz, $4::numeric, $5::uuid)
    ${inOrder(limit)}`;
}
