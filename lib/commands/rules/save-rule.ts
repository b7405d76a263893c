import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { routingRules } from '@/db/schema/rules';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import { mostRules } from '@/lib/domain/rules/rule';
import type { KeptRule } from '@/lib/rules-in-use';
import { rulesOf } from '@/lib/rules-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireNamedThings } from './named-things';
import type { RuleInput } from './rule-input';
import { ruleInput } from './rule-input';
import { changed, keepVersion, oneAtATime, requireCurrent, ruleAmong } from './settings';

/** Keeps a rule: a new one, after all that are there, or a new version of one. */
export const saveRule = command({
  permission: 'routing.manage',
  input: z.strictObject({
    ruleId: z.uuid().nullable(),
    /** The version that was changed; null for a new rule. */
    basedOn: z.uuid().nullable(),
    rule: ruleInput,
  }),
  async run(context, { ruleId, basedOn, rule }) {
    await oneAtATime(context);
    const rules = await rulesOf(context.tx, context.workspaceId);
    const current = ruleId === null ? null : ruleAmong(rules, ruleId);
    if (current) requireCurrent(current, basedOn);
    requireName(rules, current, rule);
    await requireNamedThings(context, rule, current?.effects ?? {});
    if (current && (await isSame(context, current, rule))) {
      return { value: { ruleId: current.ruleId }, events: [] };
    }
    const base = current ?? { ruleId: await begin(context, rules), no: 0, id: null };
    await keepVersion(context, base, rule);
    return await changed(context, { ruleId: base.ruleId });
  },
});

function requireName(rules: readonly KeptRule[], current: KeptRule | null, { name }: RuleInput) {
  const others = rules.filter((one) => one !== current && one.archivedAt === null);
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw refusedField('rule.name', `There is a rule “${name}” already.`, 'conflict');
  }
}

async function begin(
  { tx, workspaceId }: CommandContext,
  rules: readonly KeptRule[],
): Promise<string> {
  const inUse = rules.filter(({ archivedAt }) => archivedAt === null);
  if (inUse.length >= mostRules) {
    throw new Refusal('conflict', `There are ${mostRules} rules. Archive one first.`);
  }
  const id = uuid();
  await tx.insert(routingRules).values({ workspaceId, id, position: inUse.length + 1 });
  return id;
}

/** As the database reads both: the order of keys is no difference. */
async function isSame(
  { tx, workspaceId }: CommandContext,
  { id }: KeptRule,
  { name, enabled, conditions, effects }: RuleInput,
): Promise<boolean> {
  const { rows } = await tx.execute<{ same: boolean }>(sql`
    select name = ${name} and enabled = ${enabled}
      and conditions = ${JSON.stringify(conditions)}::jsonb
      and effects = ${JSON.stringify(effects)}::jsonb as same
    from routing_rule_versions where workspace_id = ${workspaceId} and id = ${id}`);
  return rows[0]?.same === true;
}
