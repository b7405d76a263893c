import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { MailProblem } from '@/lib/domain/notifications/mail-problems';
import { mailSettings } from '@/lib/mail/settings';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';

export type MailStatus = {
  /** Whether there is a server by which e-mails leave. */
  on: boolean;
  /** Where the asker's go. */
  address: string;
  /** For those who can mend it. */
  trouble: MailTrouble | null;
};

/** E-mails that did not leave, and what was wrong the last time. */
export type MailTrouble = {
  problem: MailProblem;
  at: string;
  /** To whom the last one was. */
  to: string;
  /** Given up, in the last seven days. */
  failed: number;
  /** To be tried again. */
  waiting: number;
};

/** How it stands with e-mail here. */
export async function mailStatus(actor: Actor): Promise<MailStatus> {
  requirePermission(actor, 'profile.own');
  const on = mailSettings() !== null;
  const trouble = can(actor, 'workspace.manage') ? await troubleIn(actor.workspaceId) : null;
  return { on, address: actor.email, trouble };
}

async function troubleIn(workspaceId: string): Promise<MailTrouble | null> {
  const rows = await withWorkspace(
    workspaceId,
    (tx) =>
      prepared<MailTrouble>(tx, { name: 'mail-trouble', text: troubleText, values: [workspaceId] }),
    'read',
  );
  return rows[0] ?? null;
}

const troubleText = `
  with troubled as (
    select letter_id, member_id, problem, failed_at is not null as is_over,
      coalesce(failed_at, created_at) as at
    from emails
    where workspace_id = $1 and problem is not null and letter_id is not null
      and (due_at is not null or failed_at > now() - interval '7 days')
  )
  select last.problem, ${iso('last.at')} as at, m.name as "to",
    (select count(distinct letter_id)::int from troubled where is_over) as failed,
    (select count(distinct letter_id)::int from troubled where not is_over) as waiting
  from (select * from troubled order by at desc limit 1) last
  join members m on m.workspace_id = $1 and m.id = last.member_id`;
