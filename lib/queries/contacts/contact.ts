import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { AttributeValues, ContactKind } from '@/lib/domain/contact/contact';
import type { ToldElsewhere } from '@/lib/domain/contact/journey';
import { iso } from '../inbox/columns';
import { noContact, ofContact } from './in-contact';

/** Who a contact is to the brand, and what they did last elsewhere. Instants are ISO 8601. */
export type ContactView = {
  id: string;
  name: string;
  kind: ContactKind;
  vip: boolean;
  labelIds: string[];
  attributes: AttributeValues;
  /** As whom they are known on the networks. */
  identities: { network: string; handle: string | null; followerCount: number | null }[];
  /** The newest three things that other systems told, the newest first. */
  elsewhere: (ToldElsewhere & { id: string; at: string })[];
};

/** A contact. Refuses as `not_found`, also for another workspace's. */
export async function contactView(actor: Actor, contactId: string): Promise<ContactView> {
  const [contact] = await ofContact(actor, contactId, (tx) =>
    prepared<ContactView>(tx, {
      name: 'contact_view',
      text: `
        select p.id, coalesce((
            select i.name from identities i
            where i.workspace_id = p.workspace_id and i.contact_id = p.id and i.name is not null
            order by i.seen_at desc, i.id limit 1), p.name) as name,
          p.kind, p.vip, p.label_ids as "labelIds", p.attributes,
          coalesce((
            select json_agg(json_build_object('network', i.network, 'handle', i.handle,
              'followerCount', i.follower_count) order by i.id)
            from identities i where i.workspace_id = p.workspace_id and i.contact_id = p.id), '[]') as identities,
          coalesce((
            select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'source', e.source, 'title', e.title,
              'body', e.body, 'url', e.url, 'data', e.data, 'at', ${iso('e.at')}) order by e.at desc, e.id desc)
            from (
              select * from contact_events e
              where e.workspace_id = p.workspace_id and e.contact_id = p.id
              order by e.at desc, e.id desc limit 3
            ) e), '[]') as elsewhere
        from contacts p where p.workspace_id = $1 and p.id = $2`,
      values: [actor.workspaceId, contactId],
    }),
  );
  if (!contact) throw noContact();
  return contact;
}
