import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { routingRuleVersions } from '@/db/schema/rules';
import { members } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { RuleThings } from '@/lib/domain/rules/names';
import type { Mode, RuleVersion } from '@/lib/domain/rules/rule';
import { ruleThings } from '@/lib/rule-things';
import { modeOf, rulesOf } from '@/lib/rules-in-use';
import { inSnapshot } from '../inbox/in-conversation';
import { requirePermission } from '../permission';

/** A rule as it is now, and whose that is. */
export type RuleView = Omit<RuleVersion, 'id'> & {
  ruleId: string;
  versionId: string;
  no: number;
  archived: boolean;
  by: string | null;
  at: string;
};

/** What a rule said at some time. */
export type RuleVersionView = Omit<RuleVersion, 'id'> & {
  versionId: string;
  no: number;
  by: string | null;
  at: string;
};

export type RoutingView = { mode: Mode; rules: RuleView[]; things: RuleThings };

/** Every rule, those in use in their order and then the archived ones, with all that they can name. */
export async function routingSettings(actor: Actor): Promise<RoutingView> {
  requirePermission(actor, 'routing.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const rules = await rulesOf(tx, actor.workspaceId);
      return {
        mode: await modeOf(tx, actor.workspaceId),
        rules: rules.map(({ id, ruleId, no, by, createdAt, archivedAt, ...rule }) => ({
          ...{ ruleId, versionId: id, no, by, at: isoInstant(createdAt) },
          archived: archivedAt !== null,
          ...{ name: rule.name, enabled: rule.enabled },
          ...{ conditions: rule.conditions, effects: rule.effects },
        })),
        things: await ruleThings(tx, actor.workspaceId),
      };
    },
    'read',
  );
}

/** More are not shown. */
const MOST_VERSIONS = 50;

/** What a rule said over time, the newest first; nothing for what is no rule here. */
export async function ruleVersions(actor: Actor, ruleId: string): Promise<RuleVersionView[]> {
  requirePermission(actor, 'routing.read');
  return await inSnapshot(actor, ruleId, async (tx) => {
    const rows = await tx
      .select({ version: routingRuleVersions, by: members.name })
      .from(routingRuleVersions)
      .leftJoin(
        members,
        and(
          eq(members.workspaceId, routingRuleVersions.workspaceId),
          eq(members.id, routingRuleVersions.createdBy),
        ),
      )
      .where(
        and(
          eq(routingRuleVersions.workspaceId, actor.workspaceId),
          eq(routingRuleVersions.ruleId, ruleId),
        ),
      )
      .orderBy(desc(routingRuleVersions.no))
      .limit(MOST_VERSIONS);
    return rows.map(
      ({ version: { id, no, name, enabled, conditions, effects, createdAt }, by }) => ({
        ...{ versionId: id, no, name, enabled, conditions, effects, by, at: isoInstant(createdAt) },
      }),
    );
  });
}
