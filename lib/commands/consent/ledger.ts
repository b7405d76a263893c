import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { consents } from '@/db/schema/consent';
import { identities } from '@/db/schema/people';
import type { Actor } from '@/lib/domain/access/can';
import type { ConsentEntry } from '@/lib/domain/consent/ledger';
import { standingOf } from '@/lib/domain/consent/ledger';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';

/** What is written into a person's ledger. `at` is when they said it, by the network's clock if it was there. */
export type NewEntry = Omit<ConsentEntry, 'at'> & {
  at: string;
  messageId?: string;
  evidence?: string;
  confirmationId?: string;
};

/** Whose ledger a conversation is about, what stands in it, and what time it is there. */
export async function ledgerOf(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { identityId }: Conversation,
) {
  const [person] = await tx
    .select({ contactId: identities.contactId, now: sql<string>`clock_timestamp()` })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.id, identityId)));
  if (!person) throw new Error('a conversation has no person');
  const { contactId, now } = person;
  const entries = await tx
    .select({
      scope: consents.scope,
      granted: consents.granted,
      source: consents.source,
      at: sql<number>`extract(epoch from ${consents.at})::float8 * 1000`,
    })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.contactId, contactId),
        sql`(${consents.scope} = 'all' or not ${consents.granted} or ${consents.identityId} = ${identityId})`,
      ),
    );
  return { contactId, now, standing: standingOf(entries) };
}

/** Adds to the ledger. Nothing in it is ever changed or taken away. */
export async function enter(
  { tx, workspaceId, actor }: CommandContext<Actor | null>,
  { id: conversationId, identityId, channelId }: Conversation,
  { contactId, entry }: { contactId: string; entry: NewEntry },
): Promise<EventDraft> {
  const { scope, granted, source } = entry;
  await tx.insert(consents).values({
    workspaceId,
    id: uuid(),
    contactId,
    identityId,
    conversationId,
    memberId: actor?.memberId ?? null,
    ...entry,
  });
  return { type: 'consent.changed', conversationId, channelId, data: { scope, granted, source } };
}
