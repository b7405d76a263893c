import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { brandPolicies } from '@/db/schema/permissions';
import { channelFor } from '../channel/channel-for';
import { command } from '../command';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 21:00.');
const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'Write a number.')
    .transform(Number)
    .pipe(z.int().min(0).max(most, `At most ${most}.`));

const offers = z
  .strictObject({
    perContact: count(100),
    inDays: count(366).pipe(z.int().min(1, 'At least one day.')),
    quiet: z.boolean(),
    quietFrom: clock,
    quietTo: clock,
  })
  .refine(({ quiet, quietFrom, quietTo }) => !quiet || quietFrom !== quietTo, {
    message: 'They have to end at another time than they begin.',
    path: ['quietTo'],
  });

const outreach = z.strictObject({
  isAllowed: z.boolean(),
  perDay: count(1_000),
  needsLead: z.boolean(),
});

/**
 * What the brand allows itself, for the whole workspace or one channel of it. A group that is left out
 * is as it is for the workspace, and there as the product has it.
 */
export const changePolicy = command({
  permission: 'policy.manage',
  input: z.strictObject({
    channelId: z.uuid().optional(),
    offers: offers.optional(),
    outreach: outreach.optional(),
  }),
  async run(context, input) {
    const { tx, workspaceId } = context;
    const channel = input.channelId ? await channelFor(context, input.channelId) : null;
    const scopeId = channel?.id ?? workspaceId;
    const row = rowOf(input);
    if (Object.values(row).every((value) => value === null)) {
      await tx
        .delete(brandPolicies)
        .where(and(eq(brandPolicies.workspaceId, workspaceId), eq(brandPolicies.scopeId, scopeId)));
    } else {
      await tx
        .insert(brandPolicies)
        .values({ workspaceId, scopeId, ...row })
        .onConflictDoUpdate({
          target: [brandPolicies.workspaceId, brandPolicies.scopeId],
          set: { ...row, updatedAt: sql`now()` },
        });
    }
    return {
      value: null,
      events: [{ type: 'policy.changed', ...(channel && { channelId: channel.id }) }],
      nudges: ['delivery'],
    };
  },
});

type Groups = { offers?: z.output<typeof offers>; outreach?: z.output<typeof outreach> };

function rowOf({ offers: offer, outreach: first }: { [K in keyof Groups]: Groups[K] | undefined }) {
  return {
    offersPerContact: offer?.perContact ?? null,
    offersInDays: offer?.inDays ?? null,
    quietFrom: offer?.quiet ? offer.quietFrom : null,
    quietTo: offer?.quiet ? offer.quietTo : null,
    outreachAllowed: first?.isAllowed ?? null,
    outreachPerDay: first?.perDay ?? null,
    outreachNeedsLead: first?.needsLead ?? null,
  };
}
