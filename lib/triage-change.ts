import { z } from 'zod';
import { priorities } from '@/lib/domain/conversation/conversation';
import { chosenStatuses, MOST_LABELS } from '@/lib/domain/conversation/triage';

const ids = z.array(z.uuid()).max(MOST_LABELS);
/** What can be decided about any number of conversations. */
export const triageChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.enum(chosenStatuses) }),
  z.strictObject({ kind: z.literal('release') }),
  z.strictObject({ kind: z.literal('snooze'), until: z.iso.datetime({ offset: true }) }),
  z.strictObject({ kind: z.literal('priority'), priority: z.enum(priorities) }),
  z.strictObject({ kind: z.literal('label'), add: ids, remove: ids }),
  z.strictObject({ kind: z.literal('team'), teamId: z.uuid().nullable() }),
  z.strictObject({
    kind: z.literal('assign'),
    memberId: z.uuid().nullable(),
    note: z.string().max(100_000).optional(),
  }),
]);
