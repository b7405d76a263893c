import 'server-only';
import { sql } from 'drizzle-orm';
import { PRESENT_FOR_MS } from '@/lib/domain/routing/work';
import { asSystem } from '../command';

/** Whoever was written down as here so lately need not be again. */
const LATELY_MS = 4_000;

/**
 * Writes down that windows of these members were heard just now, in one statement. Who had been gone for longer than
 * the grace is back, which is told once: also when several processes hear them in the same moment.
 */
export function touchMembers(workspaceId: string, memberIds: readonly string[]): Promise<void> {
  return asSystem(workspaceId, async ({ tx }) => {
    const { rows } = await tx.execute<{ id: string; back: boolean }>(sql`
      with heard as (
        select id, seen_at from members
        where workspace_id = ${workspaceId} and id = any(${sql.param(memberIds)}::uuid[])
          and removed_at is null
          and (seen_at is null or seen_at < clock_timestamp() - ${LATELY_MS} * interval '1 ms')
        order by id for no key update
      )
      update members m set seen_at = clock_timestamp() from heard
      where m.workspace_id = ${workspaceId} and m.id = heard.id
      returning m.id, (heard.seen_at is null
        or heard.seen_at < clock_timestamp() - ${PRESENT_FOR_MS} * interval '1 ms') as back`);
    const back = rows.filter((row) => row.back).map(({ id }) => id);
    return {
      value: undefined,
      events: back.map((memberId) => ({
        type: 'member.availability' as const,
        memberId,
        data: { back: true },
      })),
      nudges: back.length > 0 ? ['routing' as const] : [],
    };
  });
}
