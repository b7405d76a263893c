import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Present } from '@/lib/domain/presence/presence';

export type PresentNow = {
  present: Present[];
  /** When the first of them lapses unless they say that they are still here; null with nobody here. */
  lapsesInMs: number | null;
};

type Row = Present & { lapsesInMs: number };

/** Who has which conversation open now, each member once for each. */
export async function presentNow(workspaceId: string): Promise<PresentNow> {
  const rows = await withWorkspace(
    workspaceId,
    (tx) =>
      prepared<Row>(tx, {
        name: 'present_now',
        text: `
          select p.conversation_id as "conversationId", p.member_id as "memberId",
            case when bool_or(p.doing = 'writing') then 'writing' else 'viewing' end as doing,
            extract(epoch from min(p.until) - clock_timestamp())::float8 * 1000 as "lapsesInMs"
          from presence p
          join members m on m.workspace_id = p.workspace_id and m.id = p.member_id
            and m.removed_at is null
          where p.workspace_id = $1 and p.until > clock_timestamp()
          group by 1, 2 order by 1, 2`,
        values: [workspaceId],
      }),
    'read',
  );
  return {
    present: rows.map(({ conversationId, memberId, doing }) => ({
      conversationId,
      memberId,
      doing,
    })),
    lapsesInMs: rows.length === 0 ? null : Math.min(...rows.map(({ lapsesInMs }) => lapsesInMs)),
  };
}
