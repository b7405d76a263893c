import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';

/** How triage and quarantine have been doing here. Times are ISO instants. */
export type TriageSettings = {
  domains: { domain: string; by: string; at: string }[];
  /** What is learned from now, and when that was last thrown away. */
  learned: { lessons: number; changedAt: string | null; resetAt: string | null };
  /** Of the last so many days. */
  late: {
    days: number;
    /** Messages that were judged, those of which a person said otherwise, and those that they confirmed. */
    judged: number;
    otherwise: number;
    confirmed: number;
    /** Conversations put aside without a person, and those of them that a person took out again. */
    quarantined: number;
    released: number;
  };
};

const DAYS = 30;

/** For those who look after triage: blocked domains, what was learned, and how often it was wrong. */
export async function triageSettings(actor: Actor): Promise<TriageSettings> {
  requirePermission(actor, 'triage.manage');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const [row] = await prepared<TriageSettings>(tx, {
        name: 'triage-settings',
        text: settingsText,
        values: [actor.workspaceId],
      });
      if (!row) throw new Error('One row is always there.');
      return row;
    },
    'read',
  );
}

const since = `now() - interval '${DAYS} days'`;
const settingsText = `
  select
    (select coalesce(jsonb_agg(jsonb_build_object('domain', d.domain, 'by', m.name,
        'at', ${iso('d.created_at')}) order by d.domain), '[]')
      from blocked_domains d
      join members m on m.workspace_id = $1 and m.id = d.created_by
      where d.workspace_id = $1) as domains,
    coalesce((select jsonb_build_object('lessons', t.lessons, 'changedAt', ${iso('t.changed_at')},
        'resetAt', ${iso('t.reset_at')}) from triage_models t where t.workspace_id = $1),
      '{"lessons": 0, "changedAt": null, "resetAt": null}') as learned,
    jsonb_build_object('days', ${DAYS},
      'judged', (select count(*) from messages m
        join message_triage t on t.workspace_id = $1 and t.message_id = m.id
        where m.workspace_id = $1 and m.at > ${since}),
      'otherwise', (select count(*) from message_triage t where t.workspace_id = $1
        and t.corrected is not null and t.corrected_at > ${since} and t.corrected <> t.intent),
      'confirmed', (select count(*) from message_triage t where t.workspace_id = $1
        and t.corrected is not null and t.corrected_at > ${since} and t.corrected = t.intent),
      'quarantined', (select count(*) from quarantines q where q.workspace_id = $1 and q.at > ${since}),
      'released', (select count(*) from quarantines q where q.workspace_id = $1 and q.at > ${since}
        and q.released_at is not null)) as late`;
