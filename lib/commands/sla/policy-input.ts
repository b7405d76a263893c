import { z } from 'zod';
import { priorities } from '@/lib/domain/conversation/conversation';
import { LONGEST_SECONDS, SHORTEST_SECONDS } from '@/lib/domain/sla/duration';
import { mostConditions, mostEffects, mostSteps } from '@/lib/domain/sla/limits';
import { audiences, metrics, pausingStatuses } from '@/lib/domain/sla/policy';
import { shortName } from '../short-name';

const howLong = z
  .int('Write it like 30 m, 1 h 30 m or 2 d.')
  .min(SHORTEST_SECONDS, 'A minute is the least.')
  .max(LONGEST_SECONDS, 'A year (365 d) is the most.');

const promised = z.strictObject({
  seconds: z.strictObject({ low: howLong, normal: howLong, high: howLong, urgent: howLong }),
  clock: z.enum(['business', 'always']),
  pausedBy: z.array(z.enum(pausingStatuses)).max(pausingStatuses.length),
});

const some = z
  .array(z.uuid())
  .min(1, 'Choose at least one, or take the condition away.')
  .max(mostConditions, `At most ${mostConditions}.`);

const conditions = z.strictObject({
  channelIds: some.exactOptional(),
  teamIds: some.exactOptional(),
  priorities: z.array(z.enum(priorities)).min(1).max(priorities.length).exactOptional(),
  labelIds: some.exactOptional(),
});

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notify'), who: z.enum(audiences) }),
  z.strictObject({ kind: z.literal('notify_member'), memberId: z.uuid() }),
  z.strictObject({ kind: z.literal('raise') }),
  z.strictObject({ kind: z.literal('unassign') }),
  z.strictObject({ kind: z.literal('team'), teamId: z.uuid() }),
  z.strictObject({ kind: z.literal('label'), labelId: z.uuid() }),
]);

const step = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'This is no name for a step.')
    .refine((id) => id !== 'risk' && id !== 'breach', 'This is no name for a step.'),
  metric: z.enum(metrics),
  at: z.union([
    z.strictObject({ percent: z.int().min(1, 'From 1 to 99.').max(99, 'From 1 to 99.') }),
    z.strictObject({ before: howLong }),
    z.strictObject({ after: z.int().min(0).max(LONGEST_SECONDS, 'A year (365 d) is the most.') }),
  ]),
  effects: z
    .array(effect)
    .min(1, 'Say what happens then.')
    .max(mostEffects, `At most ${mostEffects} things at once.`),
});

/** What a policy says, as a form sends it. */
export const policyInput = z.strictObject({
  name: shortName('Enter a name for this policy.'),
  calendarId: z.uuid('Choose the hours it counts by.'),
  conditions,
  promises: z.strictObject({
    first_response: promised.exactOptional(),
    next_response: promised.exactOptional(),
    resolution: promised.exactOptional(),
    ownership: promised.exactOptional(),
  }),
  steps: z.array(step).max(mostSteps, `At most ${mostSteps} steps.`),
  riskPercent: z.int('From 1 to 99.').min(1, 'From 1 to 99.').max(99, 'From 1 to 99.'),
  automaticCounts: z.boolean(),
  publicCounts: z.boolean(),
});

export type PolicyInput = z.output<typeof policyInput>;
