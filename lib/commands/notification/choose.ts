import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { members } from '@/db/schema/workspaces';
import { notificationKinds } from '@/lib/domain/notifications/kinds';
import { isZone } from '@/lib/domain/search/day';
import { command } from '../command';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time looks like 19:00.');

/** How the actor wants to be told in this workspace. */
export const chooseNotifications = command({
  permission: 'profile.own',
  input: z.strictObject({
    off: z.array(z.enum(notificationKinds)).max(notificationKinds.length),
    browser: z.boolean(),
    showText: z.boolean(),
    quiet: z
      .strictObject({
        from: clock,
        to: clock,
        days: z.array(z.int().min(0).max(6)).min(1, 'Choose at least one day.').max(7),
        zone: z.string().max(64).refine(isZone, 'There is no such time zone.'),
      })
      .nullable(),
  }),
  async run({ tx, workspaceId, actor }, { off, quiet, ...choices }) {
    const kept = {
      ...choices,
      off: [...new Set(off)],
      quiet: quiet && { ...quiet, days: [...new Set(quiet.days)].toSorted() },
    };
    // Only this part: others keep theirs in the same place.
    await tx
      .update(members)
      .set({
        settings: sql`jsonb_set(${members.settings}, '{notifications}', ${JSON.stringify(kept)}::jsonb)`,
      })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, actor.memberId)));
    return { value: kept, events: [] };
  },
});
