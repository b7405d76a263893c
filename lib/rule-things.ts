import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { holdersOf } from './domain/access/can';
import type { RuleThings } from './domain/rules/names';

/** Everything that rules of a workspace can name, each kind by name. */
export async function ruleThings(tx: Tx, workspaceId: string): Promise<RuleThings> {
  const [row] = await prepared<RuleThings>(tx, {
    name: 'rule-things',
    text: thingsText,
    values: [workspaceId, holdersOf('conversation.reply')],
  });
  if (!row) throw new Error('A statement without a condition gave no row.');
  return row;
}

const listOf = (select: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'gone', gone)
    order by lower(name), id), '[]') from (${select}) thing)`;

const archivable = (table: string) =>
  listOf(`select id, name, archived_at is not null as gone from ${table} where workspace_id = $1`);

const thingsText = `
  select
    ${listOf(`select id, '@' || handle as name, status = 'disconnected' as gone
      from channels where workspace_id = $1`)} as channels,
    ${archivable('teams')} as teams, ${archivable('labels')} as labels, ${archivable('skills')} as skills,
    ${listOf(`select id, name, removed_at is not null or not roles && $2::text[] as gone
      from members where workspace_id = $1`)} as members,
    ${listOf(`select p.id, v.name, p.archived_at is not null as gone from sla_policies p
      join sla_policy_versions v on v.workspace_id = $1 and v.policy_id = p.id and v.replaced_at is null
      where p.workspace_id = $1`)} as policies,
    ${listOf(`select c.id, v.name, c.archived_at is not null as gone from calendars c
      join calendar_versions v on v.workspace_id = $1 and v.calendar_id = c.id and v.replaced_at is null
      where c.workspace_id = $1`)} as calendars,
    (select coalesce(jsonb_agg(jsonb_build_object('id', key, 'name', name, 'gone', archived_at is not null,
      'type', type) order by position, lower(name)), '[]') from attributes where workspace_id = $1) as attributes`;
