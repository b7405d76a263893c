import 'server-only';

/**
 * Whom an offer is for, as the text of a statement: conversations `c`, the people `i` of them, for
 * $1 the workspace, $2 the channel, $3 the labels as uuid[]. There is no other way to an audience, and
 * this one begins with their consent; `lib/domain/consent/ledger.ts` says the same of one person.
 */
export const audience = `
  conversations c
  join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
  where c.workspace_id = $1 and c.channel_id = $2 and c.kind = 'private' and c.status <> 'spam'
    and ($3::uuid[] = '{}' or c.label_ids && $3::uuid[])
    and exists (
      select from consents yes
      where yes.workspace_id = $1 and yes.identity_id = i.id and yes.contact_id = i.contact_id
        and yes.scope = 'offers' and yes.granted
        and not exists (
          select from consents no
          where no.workspace_id = $1 and no.contact_id = i.contact_id and not no.granted
            and no.at >= yes.at))
    and not exists (
      select from consents stop
      where stop.workspace_id = $1 and stop.contact_id = i.contact_id and stop.scope = 'all'
        and not stop.granted
        and not exists (
          select from consents back
          where back.workspace_id = $1 and back.contact_id = i.contact_id and back.scope = 'all'
            and back.granted and back.at > stop.at))`;
