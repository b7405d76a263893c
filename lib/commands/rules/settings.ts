import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { routingRuleVersions } from '@/db/schema/rules';
import { Refusal } from '@/lib/domain/refusal';
import type { KeptRule } from '@/lib/rules-in-use';
import type { CommandContext, Outcome } from '../command';

/** One change of the rules at a time: what each rests on is then what the others left. */
export async function oneAtATime({ tx, workspaceId }: CommandContext): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`rules of ${workspaceId}`}, 0))`,
  );
}

/** What a change comes to: everybody hears of it, and the next message is judged by what holds now. */
export async function changed<T>(
  { tx, workspaceId }: CommandContext,
  value: T,
): Promise<Outcome<T>> {
  await tx.execute(sql`
    insert into routing_settings (workspace_id, is_in_use)
    select ${workspaceId}, exists (select from routing_rules r join routing_rule_versions v
      on v.workspace_id = r.workspace_id and v.rule_id = r.id and v.replaced_at is null and v.enabled
      where r.workspace_id = ${workspaceId} and r.archived_at is null)
    on conflict (workspace_id) do update
      set version = routing_settings.version + 1, is_in_use = excluded.is_in_use`);
  return { value, events: [{ type: 'routing.changed' }] };
}

/** One of the rules. Refuses as `not_found`, also for another workspace's. */
export function ruleAmong(rules: readonly KeptRule[], ruleId: string): KeptRule {
  const rule = rules.find((one) => one.ruleId === ruleId);
  if (!rule) throw new Refusal('not_found', 'There is no such rule here.');
  return rule;
}

/** Refuses what was made from a version that is none any more. */
export function requireCurrent({ id, by }: KeptRule, basedOn: string | null): void {
  if (id === basedOn) return;
  throw new Refusal(
    'conflict',
    `${by ?? 'Somebody'} changed this rule meanwhile. What you entered is still here and not saved.`,
  );
}

/** Keeps what a rule says now as its next version. */
export async function keepVersion(
  { tx, workspaceId, actor }: CommandContext,
  { ruleId, no, id: current }: Pick<KeptRule, 'ruleId' | 'no'> & { id: string | null },
  said: Pick<KeptRule, 'name' | 'enabled' | 'conditions' | 'effects'>,
): Promise<void> {
  const { name, enabled, conditions, effects } = said;
  if (current !== null) {
    await tx
      .update(routingRuleVersions)
      .set({ replacedAt: sql`now()` })
      .where(
        and(eq(routingRuleVersions.workspaceId, workspaceId), eq(routingRuleVersions.id, current)),
      );
  }
  await tx.insert(routingRuleVersions).values({
    ...{ workspaceId, id: uuid(), ruleId, no: no + 1, createdBy: actor.memberId },
    ...{ name, enabled, conditions, effects },
  });
}

/** Gives the rules their places, the first of the list first. */
export async function putInOrder(
  { tx, workspaceId }: CommandContext,
  ruleIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update routing_rules set position = place.no
    from unnest(${sql.param(ruleIds)}::uuid[]) with ordinality as place(id, no)
    where routing_rules.workspace_id = ${workspaceId} and routing_rules.id = place.id
      and routing_rules.position is distinct from place.no`);
}
