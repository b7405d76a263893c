import 'server-only';
import type { KeptBackReason, Outcome } from '@/lib/domain/offers/kept-back';

/** How far an offer came with recipient `r`, whose delivery is `d` if there is one. */
export const outcome = `
  case
    when r.state = 'waiting' then 'waiting'
    when r.state <> 'queued' then 'kept_back'
    when d.state = 'sent' then 'given'
    when d.state in ('cancelled', 'failed', 'needs_review') then 'kept_back'
    else 'under_way' end`;

/** Why it did not come further; of who waits, what they wait for. Null when nothing is to be said. */
export const reason = `
  case
    when r.state in ('refused', 'waiting') then r.decision->>'reason'
    when r.state = 'no_code' then 'NO_CODE'
    when r.state = 'stopped' then 'STOPPED'
    when d.state = 'needs_review' then 'OUTCOME_UNKNOWN'
    when d.state = 'failed' then coalesce(d.reason, 'NOT_PERMITTED')
    when d.state = 'cancelled' then coalesce((
      select denial.reason from denials denial
      where denial.workspace_id = r.workspace_id and denial.conversation_id = r.conversation_id
        and denial.message_id = r.message_id
      order by denial.at desc limit 1), d.reason, 'TAKEN_BACK')
  end`;

/** The recipients `r` of offer $2 in workspace $1, with their deliveries. */
export const recipientsOf = `
  offer_recipients r
  left join deliveries d on d.workspace_id = r.workspace_id and d.message_id = r.message_id
  where r.workspace_id = $1 and r.offer_id = $2`;

/** So many recipients share how far it came with them, and why. */
export type OutcomeGroup = { outcome: Outcome; reason: KeptBackReason | null; count: number };
