import { and, eq } from 'drizzle-orm';
import { hashOfKey } from '@/lib/api/key';
import type { AttributeValues, ContactKind } from '@/lib/domain/contact/contact';
import type { Tx } from '../client';
import { apiKeys, contactEvents } from '../schema/api';
import { attributes } from '../schema/attributes';
import { contacts } from '../schema/people';
import { elsewhere, sources } from './elsewhere';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import { DAY_MS } from './standing';
import type { LabelName } from './topics';

type Who = { kind?: ContactKind; vip?: true; label?: LabelName; attributes?: AttributeValues };

/** What the house says of people in the demo, by username. */
const who: Readonly<Record<string, Who>> = {
  ines_carvalho: {
    attributes: { plan: 'Tub', customer_no: 'C-10342', birthday: '1988-05-31' },
  },
  miriamokafor: { kind: 'journalist', label: 'press' },
  laylakhoury: { kind: 'journalist' },
  takumi_ito: { kind: 'journalist' },
  consumerdesk_p: { kind: 'journalist', vip: true, label: 'press' },
  spoonwithtom: { kind: 'creator', label: 'creators', attributes: { customer_no: 'C-08811' } },
  mimieatsloud: { kind: 'creator', vip: true },
  quietbowls: { kind: 'creator' },
  cornerpantry: {
    kind: 'partner',
    label: 'wholesale',
    attributes: { plan: 'Churn', customer_no: 'T-00417' },
  },
  amaraeze: { vip: true, attributes: { plan: 'Scoop', customer_no: 'C-10977' } },
};

const known = [
  { key: 'plan', name: 'Club plan', type: 'choice', choices: ['Scoop', 'Tub', 'Churn'] },
  { key: 'customer_no', name: 'Customer no.', type: 'text', choices: [] },
  { key: 'birthday', name: 'Birthday', type: 'date', choices: [] },
] as const;

type Demo = { laid: readonly Laid[]; begun: Date; now: Date };

/** Who the contacts are, what is asked of them, and what the shop, the telephone and the website told. */
export async function seedContacts(tx: Tx, house: House, demo: Demo): Promise<void> {
  const { workspaceId, idAt } = house;
  const createdAt = demo.begun.toISOString();
  await tx.insert(attributes).values(
    known.map(({ choices, ...attribute }, position) => ({
      ...{ ...attribute, workspaceId, position, createdAt },
      choices: [...choices],
      id: idAt(demo.begun),
    })),
  );
  for (const [username, { kind, vip, label, attributes: values }] of Object.entries(who)) {
    await tx
      .update(contacts)
      .set({
        kind: kind ?? 'customer',
        vip: vip ?? false,
        labelIds: label ? [house.labelId(label)] : [],
        attributes: values ?? {},
      })
      .where(
        and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactOf(demo.laid, username))),
      );
  }
  await tellElsewhere(tx, house, demo);
}

/** The keys by which it was told exist, but nobody knows their secrets. */
async function tellElsewhere(tx: Tx, house: House, { laid, begun, now }: Demo): Promise<void> {
  const { workspaceId, memberId, idAt } = house;
  const keys = sources.map((name) => {
    const id = idAt(begun);
    return {
      ...{ workspaceId, id, name, prefix: `plk_${id.slice(-6)}`, secretHash: hashOfKey(id) },
      createdBy: memberId('Ada'),
      createdAt: begun.toISOString(),
      lastUsedAt: now.toISOString(),
    };
  });
  await tx.insert(apiKeys).values(keys);
  const rows = Object.entries(elsewhere).flatMap(([username, those]) =>
    those.map(({ daysAgo, source, body, url, data, ...event }, index) => {
      const at = new Date(now.getTime() - daysAgo * DAY_MS);
      return {
        ...{ ...event, workspaceId, source, at: at.toISOString(), toldAt: at.toISOString() },
        id: idAt(at),
        contactId: contactOf(laid, username),
        keyId: keys.find(({ name }) => name === source)?.id ?? '',
        sourceId: `${username}-${index}`,
        ...{ body: body ?? null, url: url ?? null, data: data ?? {}, digest: '' },
      };
    }),
  );
  await inBatches(tx, contactEvents, rows);
}

function contactOf(laid: readonly Laid[], username: string): string {
  const contactId = laid.find((each) => each.username === username)?.contactId;
  if (!contactId) throw new Error(`nobody called ${username} to say something of`);
  return contactId;
}
