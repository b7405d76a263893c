import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { blockedDomains } from '@/db/schema/triage';
import { Refusal } from '@/lib/domain/refusal';
import { domainOf } from '@/lib/domain/triage/quarantine';
import { command } from '../command';

const MOST_DOMAINS = 500;

/** From now on strangers whose first message leads there are put aside. What ends in it is meant, too. */
export const blockDomain = command({
  permission: 'triage.manage',
  input: z.strictObject({ domain: z.string().max(2_000) }),
  async run({ tx, workspaceId, actor }, { domain: typed }) {
    const domain = domainOf(typed);
    if (domain === null) {
      const message = 'Enter a domain, such as cheap-followers.example.';
      throw new Refusal('invalid', message, { fields: { domain: message } });
    }
    const [held] = await tx
      .select({ all: count() })
      .from(blockedDomains)
      .where(eq(blockedDomains.workspaceId, workspaceId));
    if ((held?.all ?? 0) >= MOST_DOMAINS) {
      throw new Refusal('conflict', `The list takes ${MOST_DOMAINS} domains at most.`);
    }
    const made = await tx
      .insert(blockedDomains)
      .values({ workspaceId, domain, createdBy: actor.memberId })
      .onConflictDoNothing()
      .returning({ domain: blockedDomains.domain });
    if (made.length === 0) {
      const message = `${domain} is blocked already.`;
      throw new Refusal('conflict', message, { fields: { domain: message } });
    }
    return { value: { domain }, events: [{ type: 'triage.changed' }] };
  },
});

/** What leads there counts for nothing again. What is in quarantine stays there. */
export const unblockDomain = command({
  permission: 'triage.manage',
  input: z.strictObject({ domain: z.string().max(253) }),
  async run({ tx, workspaceId }, { domain }) {
    const gone = await tx
      .delete(blockedDomains)
      .where(and(eq(blockedDomains.workspaceId, workspaceId), eq(blockedDomains.domain, domain)))
      .returning({ domain: blockedDomains.domain });
    if (gone.length === 0) throw new Refusal('not_found', 'This domain is not blocked here.');
    return { value: null, events: [{ type: 'triage.changed' }] };
  },
});
