import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import { rulesOf } from '@/lib/rules-in-use';
import { command } from '../command';
import { changed, oneAtATime, putInOrder, ruleAmong } from './settings';

/** Asks the rules in another order: `order` names all that are in use. */
export const orderRules = command({
  permission: 'routing.manage',
  input: z.strictObject({ order: z.array(z.uuid()).max(1000) }),
  async run(context, { order }) {
    await oneAtATime(context);
    const rules = await rulesOf(context.tx, context.workspaceId);
    for (const ruleId of order) ruleAmong(rules, ruleId);
    const inUse = rules.filter(({ archivedAt }) => archivedAt === null).map((one) => one.ruleId);
    const isWhole = order.length === inUse.length && inUse.every((id) => order.includes(id));
    if (!isWhole) {
      throw new Refusal('conflict', 'Rules came or went meanwhile. Put them in order again.');
    }
    if (order.join() === inUse.join()) return { value: null, events: [] };
    await putInOrder(context, order);
    return await changed(context, null);
  },
});
