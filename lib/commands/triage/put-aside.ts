import 'server-only';
import { v7 as uuid } from 'uuid';
import { prepared } from '@/db/client';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import type { CommandContext } from '../command';

/** Puts a locked conversation aside as spam, with the signs for which it is. Nobody waits in it any more. */
export async function putAside(
  { tx, workspaceId }: CommandContext<null>,
  conversationId: string,
  signs: Quarantine['signs'],
): Promise<void> {
  await prepared(tx, {
    name: 'triage-put-aside',
    text: `
      with kept as (
        insert into quarantines (workspace_id, id, conversation_id, signs) values ($1, $2, $3, $4::jsonb)
      )
      update conversations set status = 'spam', status_at = now(), waiting_since = null,
        version = version + 1, quarantine = jsonb_build_object('signs', $4::jsonb,
          'at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      where workspace_id = $1 and id = $3`,
    values: [workspaceId, uuid(), conversationId, JSON.stringify(signs)],
  });
}
