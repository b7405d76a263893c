import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { ConsentScope, ConsentSource } from '@/lib/domain/consent/ledger';
import type { JourneyKind, ToldElsewhere } from '@/lib/domain/contact/journey';
import type { Unreadable } from '@/lib/domain/conversation/conversation';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import { iso } from '../inbox/columns';
import { fromCursor, toCursor } from '../inbox/cursor';
import { noContact, ofContact } from './in-contact';
import { journeyStatement } from './journey-statement';

/** Where something of a journey stands in Porchlight: the conversation, and to which of our accounts. */
type Where = { conversationId: string; network: string; channel: string };

/** What was said: the first of it, and whether there is more. `authorId` is null for the customer, and for what was sent outside. */
type Said = Where & {
  text: string;
  isCut: boolean;
  unreadable: Unreadable | null;
  files: number;
  from: 'customer' | 'us';
  authorId: string | null;
  /** Of ours: whether it left; null for what did not leave from here. */
  delivery: DeliveryState | null;
};

type Told =
  | ({ kind: 'private' | 'public' | 'note' } & Said)
  | ({ kind: 'offer'; offer: string | null } & Said)
  | ({ kind: 'handoff'; step: 'invited' | 'written' | 'arrived'; memberId: string | null } & Where)
  | ({
      kind: 'consent';
      scope: ConsentScope;
      granted: boolean;
      source: ConsentSource;
      evidence: string | null;
      memberId: string | null;
    } & Where)
  | { kind: 'event'; event: ToldElsewhere };

/** One thing of a journey. `id` is that of the message, handoff, consent or event; `at` is ISO 8601. */
export type JourneyItem = { id: string; at: string } & Told;

/** The newest first. `nextCursor` is opaque; null when this is the beginning of all. */
export type JourneyPage = { items: JourneyItem[]; nextCursor: string | null };

const PAGE = 40;

type Row = { id: string; at: string; tie: string; kind: JourneyKind; told: Told };

/** All that there is with a contact, over every conversation and what other systems told: a page of it, in order. */
export async function contactJourney(
  actor: Actor,
  contactId: string,
  asked: { kinds: readonly JourneyKind[]; cursor: string | null },
): Promise<JourneyPage> {
  const place =
    asked.cursor === null ? newest : fromCursor(asked.cursor, ['instant', 'digits', 'uuid']);
  const rows = await ofContact(actor, contactId, async (tx) => {
    const values = [actor.workspaceId, contactId];
    const found = await prepared(tx, {
      name: 'contact_here',
      text: 'select 1 from contacts where workspace_id = $1 and id = $2',
      values,
    });
    if (found.length === 0) throw noContact();
    return await prepared<Row>(tx, {
      name: 'contact_journey',
      text: journeyStatement(iso, PAGE + 1),
      values: [...values, ...place, [...asked.kinds]],
    });
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: page.map(({ id, at, told }) => ({ id, at, ...told })),
    nextCursor: rows.length > PAGE && last ? toCursor([last.at, last.tie, last.id]) : null,
  };
}

const newest = ['infinity', '0', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
