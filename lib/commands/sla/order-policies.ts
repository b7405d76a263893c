import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import { policiesInUse } from '@/lib/sla-in-use';
import { command } from '../command';
import { policyAmong, putInOrder } from './among';
import { applyTo, changed, oneAtATime } from './settings';

/** Asks the policies in another order: `order` names all but the one that takes all, which stays last. */
export const orderPolicies = command({
  permission: 'sla.manage',
  input: z.strictObject({ order: z.array(z.uuid()).max(1000), applyTo }),
  async run(context, { order, applyTo: to }) {
    await oneAtATime(context);
    const policies = await policiesInUse(context.tx, context.workspaceId);
    for (const policyId of order) policyAmong(policies, policyId);
    const movable = policies.filter(({ takesAll }) => !takesAll).map(({ policyId }) => policyId);
    if (new Set(order).size !== order.length || order.length !== movable.length) {
      throw new Refusal('conflict', 'Policies came or went meanwhile. Put them in order again.');
    }
    if (order.some((policyId) => !movable.includes(policyId))) {
      throw new Refusal('invalid', 'The policy that takes all stays last.');
    }
    if (order.join() === movable.join()) return { value: null, events: [] };
    const last = policies.filter(({ takesAll }) => takesAll).map(({ policyId }) => policyId);
    await putInOrder(context, [...order, ...last]);
    return await changed(context, null, to);
  },
});
