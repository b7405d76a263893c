import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { emails } from '@/db/schema/emails';
import { members } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { productChoices } from '@/lib/domain/notifications/choices';
import { notificationKinds } from '@/lib/domain/notifications/kinds';
import { isZone } from '@/lib/domain/search/day';
import { command } from '../command';
import { letterWaitMs } from '../mail/wait';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time looks like 19:00.');

const kinds = z.array(z.enum(notificationKinds)).max(notificationKinds.length);
const zone = z.string().max(64).refine(isZone, 'There is no such time zone.');

/** How the actor wants to be told in this workspace. What is left out stays as it is: an older tab knows less. */
export const chooseNotifications = command({
  permission: 'profile.own',
  input: z.strictObject({
    off: kinds,
    browser: z.boolean(),
    browserOff: kinds.optional(),
    email: kinds.optional(),
    zone: zone.nullish(),
    sound: z.boolean().optional(),
    showText: z.boolean(),
    quiet: z
      .strictObject({
        from: clock,
        to: clock,
        days: z.array(z.int().min(0).max(6)).min(1, 'Choose at least one day.').max(7),
        zone,
      })
      .nullable(),
  }),
  async run({ tx, workspaceId, actor }, given) {
    const chosen = {
      ...given,
      off: once(given.off),
      ...(given.browserOff && { browserOff: once(given.browserOff) }),
      ...(given.email && { email: once(given.email) }),
      quiet: given.quiet && { ...given.quiet, days: [...new Set(given.quiet.days)].toSorted() },
    };
    const here = and(eq(members.workspaceId, workspaceId), eq(members.id, actor.memberId));
    // Only this part: others keep theirs in the same place.
    const [row] = await tx
      .update(members)
      .set({
        settings: sql`jsonb_set(${members.settings}, '{notifications}',
          coalesce(${members.settings} -> 'notifications', '{}') || ${JSON.stringify(chosen)}::jsonb)`,
      })
      .where(here)
      .returning({ settings: members.settings });
    await lookAgain(tx, actor);
    const value: NotificationChoices = { ...productChoices, ...row?.settings.notifications };
    return { value, events: [], nudges: ['mail'] };
  },
});

const once = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** What waits for the end of quiet hours that are otherwise now. What was tried keeps its own pace. */
async function lookAgain(tx: Tx, { workspaceId, memberId }: Actor): Promise<void> {
  const waitMs = letterWaitMs();
  if (waitMs === null) return;
  await tx
    .update(emails)
    .set({
      dueAt: sql`least(${emails.dueAt}, clock_timestamp() + ${waitMs}::float8 * interval '1 millisecond')`,
    })
    .where(
      and(
        eq(emails.workspaceId, workspaceId),
        eq(emails.memberId, memberId),
        isNotNull(emails.dueAt),
        eq(emails.tries, 0),
      ),
    );
}
