import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { NamedContact } from '@/lib/domain/contact/identity';
import type { OutsideEvent } from '@/lib/domain/contact/outside-event';
import { contentOf } from '@/lib/domain/contact/outside-event';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { contactNamed } from './named';

type Telling = {
  workspaceId: string;
  keyId: string;
  source: string;
  contact: NamedContact;
  events: readonly OutsideEvent[];
};

/** What became of a telling: the same for the same events, however often they are told. */
export type Recorded = {
  contactId: string;
  events: { id: string; eventId: string }[];
  /** How many of them were not known before. */
  added: number;
};

/**
 * Another system tells what a contact did: all of it, or nothing. What it has told before is known by its own id;
 * refuses as `conflict` when that id stood for something else, with the place in `details.index`.
 */
export function recordContactEvents(telling: Telling): Promise<Recorded> {
  return asSystem(telling.workspaceId, async (context) => {
    const contactId = await contactNamed(context, telling.contact);
    const told = telling.events.map((event) => ({
      ...event,
      eventId: uuid(),
      digest: createHash('sha256').update(contentOf(contactId, event)).digest('hex'),
    }));
    const added = await insertNew(context, telling, contactId, told);
    const known = await knownOf(context, telling);
    const events = told.map(({ id, digest }, index) => {
      const event = known.get(id);
      if (event?.digest === digest) return { id, eventId: event.id };
      throw new Refusal('conflict', 'This id was told before, with another content.', { index });
    });
    return {
      value: { contactId, events, added },
      events: added === 0 ? [] : [{ type: 'contact.event', data: { contactId, added } }],
    };
  });
}

type Told = OutsideEvent & { eventId: string; digest: string };

/** In the order of their ids, so that two lists with the same ones wait for each other and do not block each other. */
async function insertNew(
  { tx, workspaceId }: CommandContext<null>,
  { keyId, source }: Telling,
  contactId: string,
  told: readonly Told[],
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into contact_events (workspace_id, id, contact_id, key_id, source, source_id, kind, title, body, url,
      data, at, digest)
    select ${workspaceId}, e."eventId", ${contactId}, ${keyId}, ${source}, e.id, e.kind, e.title, e.body, e.url,
      e.data, e.at, e.digest
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as e("eventId" uuid, id text, kind text,
      title text, body text, url text, data jsonb, at timestamptz, digest text)
    order by e.id
    on conflict (workspace_id, source, source_id) do nothing`);
  return rowCount ?? 0;
}

async function knownOf(
  { tx, workspaceId }: CommandContext<null>,
  { source, events }: Telling,
): Promise<Map<string, { id: string; digest: string }>> {
  const ids = JSON.stringify(events.map(({ id }) => id));
  const { rows } = await tx.execute<{ sourceId: string; id: string; digest: string }>(sql`
    select source_id as "sourceId", id, digest from contact_events
    where workspace_id = ${workspaceId} and source = ${source}
      and source_id in (select jsonb_array_elements_text(${ids}::jsonb))`);
  return new Map(rows.map(({ sourceId, ...event }) => [sourceId, event]));
}
