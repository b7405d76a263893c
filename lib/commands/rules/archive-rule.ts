import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { routingRules } from '@/db/schema/rules';
import { Refusal } from '@/lib/domain/refusal';
import { mostRules } from '@/lib/domain/rules/rule';
import { rulesOf } from '@/lib/rules-in-use';
import { command } from '../command';
import { changed, oneAtATime, ruleAmong } from './settings';

/** Takes a rule out of use, or brings it back after all that are there. */
export const archiveRule = command({
  permission: 'routing.manage',
  input: z.strictObject({ ruleId: z.uuid(), archived: z.boolean() }),
  async run(context, { ruleId, archived }) {
    await oneAtATime(context);
    const { tx, workspaceId } = context;
    const rules = await rulesOf(tx, workspaceId);
    const rule = ruleAmong(rules, ruleId);
    if ((rule.archivedAt !== null) === archived) return { value: null, events: [] };
    const others = rules.filter(({ archivedAt }) => archivedAt === null);
    if (!archived) requireRoom(others, rule.name);
    await tx
      .update(routingRules)
      .set({
        archivedAt: archived ? sql`now()` : null,
        ...(!archived && { position: others.length + 1 }),
      })
      .where(and(eq(routingRules.workspaceId, workspaceId), eq(routingRules.id, ruleId)));
    return await changed(context, null);
  },
});

function requireRoom(others: readonly { name: string }[], name: string): void {
  if (others.length >= mostRules) {
    throw new Refusal('conflict', `There are ${mostRules} rules. Archive one first.`);
  }
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new Refusal('conflict', `There is a rule “${name}” in use. Rename that one first.`);
  }
}
