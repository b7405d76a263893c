import { sql } from 'drizzle-orm';
import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';
import { index, integer, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { AbsencePolicy, Availability, Strategy } from '@/lib/domain/routing/work';
import type { Intent, Urgency } from '@/lib/domain/triage/intent';
import { instant } from './columns';

/** How a team gives out its work. */
export function teamRouting() {
  return {
    /** `off`: people take what they want. */
    strategy: text().$type<Strategy>().notNull().default('off'),
    /** The calendar of its hours; outside of them nobody of it is given work. Null is always. */
    calendarId: uuid('calendar_id'),
    /** What becomes of work whose owner is away. */
    absence: text().$type<AbsencePolicy>().notNull().default('on_message'),
    /** For `after`: business minutes until the work returns. */
    absenceMinutes: integer('absence_minutes').notNull().default(60),
    /** For so many days a returning customer goes back to whose they were; 0 is never. */
    stickyDays: smallint('sticky_days').notNull().default(7),
    /** Business minutes until work that nobody touched returns; null is never. */
    touchMinutes: integer('touch_minutes'),
    /** After so many returns it goes to a lead. */
    mostHops: smallint('most_hops').notNull().default(2),
    /** Minutes until preferred skills are no longer waited for. */
    relaxMinutes: integer('relax_minutes').notNull().default(10),
  };
}

/** What the router knows of a member. */
export function memberRouting() {
  return {
    /** What they say; whether they are here, `seenAt` tells. */
    availability: text().$type<Availability>().notNull().default('available'),
    availabilityReason: text('availability_reason'),
    /** When they are available again; null is until they say so. */
    availabilityUntil: instant('availability_until'),
    availabilityAt: instant('availability_at').notNull().defaultNow(),
    /** The lead who said it for them; null when they did themselves. */
    availabilityBy: uuid('availability_by'),
    /** When one of their windows was last heard. */
    seenAt: instant('seen_at'),
    /** How much weighted work the router may give them. */
    capacity: numeric({ precision: 6, scale: 2, mode: 'number' }).notNull().default(8),
    skillIds: uuid('skill_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** Who takes their work while they are away, where their team's policy says so. */
    coverId: uuid('cover_id'),
    lastAssignedAt: instant('last_assigned_at'),
  };
}

/** What triage and rules say of a conversation, and how it fared at being given out. */
export function routedColumns() {
  return {
    /** What the newest judged message is, and how much it hurries; null before one was judged. */
    intent: text().$type<Intent>(),
    urgency: text().$type<Urgency>(),
    /** ISO 639-1 code of what they write in; null when unsure. */
    language: text(),
    requiredSkillIds: uuid('required_skill_ids').array().notNull().default(sql`'{}'::uuid[]`),
    preferredSkillIds: uuid('preferred_skill_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** Since when its owner has it; null without one. */
    assignedAt: instant('assigned_at'),
    /** How often it came back untouched in this visit, and from whom. */
    hops: smallint().notNull().default(0),
    passedBy: uuid('passed_by').array().notNull().default(sql`'{}'::uuid[]`),
    /** Since when its owner was given it and did nothing with it; null once they did, or took it themselves. */
    untouchedSince: instant('untouched_since'),
  };
}

type Queued = Record<
  'workspaceId' | 'teamId' | 'priority' | 'untouchedSince' | 'id',
  ExtraConfigColumn
>;

/** What can be given out, in the order of work, as the router asks for it, and what was given and not touched. */
export function byQueue({ workspaceId, teamId, priority, untouchedSince, id }: Queued) {
  return [
    index('conversations_to_route')
      .on(
        workspaceId,
        teamId,
        priority.desc().nullsFirst(),
        sql`(case when due_at is null then 'infinity'::timestamptz else due_at end)`,
        sql`(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end)`,
        id,
      )
      .where(sql`owner_id is null and status = 'open' and team_id is not null`),
    index('conversations_untouched')
      .on(workspaceId, teamId, untouchedSince)
      .where(sql`untouched_since is not null and status = 'open'`),
  ];
}
