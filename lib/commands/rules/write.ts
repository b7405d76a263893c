import 'server-only';
import { v7 as uuid } from 'uuid';
import { prepared } from '@/db/client';
import { ruleRuns } from '@/db/schema/rules';
import type { Actor } from '@/lib/domain/access/can';
import type { Status } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { Triaged } from '@/lib/domain/conversation/triage';
import type { Mode } from '@/lib/domain/rules/rule';
import type { Placed } from '@/lib/domain/rules/settle';
import type { RuledCase } from '@/lib/rule-book';
import type { CommandContext } from '../command';

/** Keeps what the rules made of a message: which held, why the others did not, and what it came to. */
export async function keepRun(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { conversationId, messageId, entries, before, after, held }: RuledCase,
  mode: Mode,
): Promise<string> {
  const id = uuid();
  const effects = { before, after, held };
  await tx
    .insert(ruleRuns)
    .values({ workspaceId, id, conversationId, messageId, mode, entries, effects });
  return id;
}

/** Puts a locked conversation where the rules leave it. What a rule chooses of promises holds for the visit. */
export async function moveRuled(
  { tx, workspaceId }: CommandContext<Actor | null>,
  conversationId: string,
  after: Placed,
): Promise<void> {
  await prepared(tx, {
    name: 'move-ruled',
    text: moveText,
    values: [
      workspaceId,
      conversationId,
      after.teamId,
      after.ownerId,
      priorities.indexOf(after.priority),
      after.labelIds,
      after.requiredSkillIds,
      after.preferredSkillIds,
      after.policyId,
    ],
  });
}

const moveText = `
  update conversations set team_id = $3, owner_id = $4::uuid, priority = $5, label_ids = $6,
    required_skill_ids = $7, preferred_skill_ids = $8, ruled_policy_id = $9::uuid,
    ruled_episode = case when $9::uuid is null then null else episode end,
    assigned_at = case when owner_id is not distinct from $4::uuid then assigned_at
      when $4::uuid is null then null else now() end,
    version = version + 1
  where workspace_id = $1 and id = $2`;

/** The part of it that timelines, lists and promises know by events of their own. */
export function ruledTriaged(
  { teamId, ownerId, priority, labelIds }: Placed,
  status: Status,
): Triaged {
  return { teamId, ownerId, priority, labelIds, status, snoozedUntil: null };
}
