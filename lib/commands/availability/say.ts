import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { Stated } from '@/lib/domain/routing/availability';
import { LONGEST_DAYS, MOST_REASON } from '@/lib/domain/routing/availability';
import { availabilities } from '@/lib/domain/routing/work';
import type { CommandContext, Outcome } from '../command';

const reason = z
  .string()
  .max(1000)
  .transform((said) => said.normalize('NFC').replace(/\s+/gu, ' ').trim() || null)
  .pipe(
    z
      .string()
      .max(MOST_REASON, `Use at most ${MOST_REASON} letters.`)
      .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'A reason is one line of letters.')
      .nullable(),
  )
  .nullable();

/** What is said: being available has neither a reason nor an end. */
export const statedInput = {
  availability: z.enum(availabilities),
  reason,
  until: z.iso.datetime({ offset: true }).nullable(),
};

const DAY_MS = 86_400_000;

/** Writes what a member says of themself, or `by` says for them. Saying the same again changes nothing. */
export async function say(
  context: CommandContext,
  { memberId, by, ...said }: Stated & { memberId: string; by: string | null },
): Promise<Outcome<null>> {
  const { tx, workspaceId } = context;
  const { now, ...before } = await answererFor(context, memberId);
  const { availability } = said;
  const stated = availability === 'available' ? { reason: null, until: null } : said;
  const until = stated.until === null ? null : Date.parse(stated.until);
  requireSoon(until, now);
  const same =
    before.availability === availability &&
    before.reason === stated.reason &&
    (before.until === null ? null : Date.parse(isoInstant(before.until))) === until;
  if (same) return { value: null, events: [] };
  await tx
    .update(members)
    .set({
      availability,
      availabilityReason: stated.reason,
      availabilityUntil: stated.until,
      availabilityAt: sql`clock_timestamp()`,
      availabilityBy: by,
    })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
  return {
    value: null,
    events: [
      { type: 'member.availability', memberId, data: { availability, until: stated.until } },
    ],
    nudges: ['routing'],
  };
}

/** The member, locked, with the database's clock in epoch milliseconds. */
async function answererFor({ tx, workspaceId }: CommandContext, memberId: string) {
  const [member] = await tx
    .select({
      name: members.name,
      roles: members.roles,
      availability: members.availability,
      reason: members.availabilityReason,
      until: members.availabilityUntil,
      now: sql<number>`extract(epoch from clock_timestamp())::float8 * 1000`,
    })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, memberId),
        isNull(members.removedAt),
      ),
    )
    .for('no key update');
  if (!member) throw new Refusal('not_found', 'There is no such member here.');
  if (!can(member, 'availability.own')) {
    throw new Refusal('invalid', `${member.name} answers no conversations and is given none.`);
  }
  return member;
}

function requireSoon(until: number | null, now: number): void {
  if (until === null) return;
  if (until <= now) throw refusedField('until', 'This time is over. Choose a later one.');
  if (until > now + LONGEST_DAYS * DAY_MS) {
    throw refusedField(
      'until',
      `Choose a time within ${LONGEST_DAYS} days, or leave it open until you say so.`,
    );
  }
}
