import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { savedViews } from '@/db/schema/views';
import { keptSorts } from '@/lib/domain/conversation/view';
import { Refusal } from '@/lib/domain/refusal';
import { formatQuery, parseQuery, queryLimits } from '@/lib/domain/search/query';
import type { CommandContext } from '../command';

export const viewName = z
  .string()
  .trim()
  .min(1, 'Give the view a name.')
  .max(60, 'A name has at most 60 characters.');

/** A query that can be understood, in the product's own spelling. */
export const viewQuery = z
  .string()
  .max(queryLimits.characters, 'This search is too long to keep.')
  .transform((text, context) => {
    const { terms, problems } = parseQuery(text);
    const [problem] = problems;
    if (problem) context.addIssue({ code: 'custom', message: problem.message });
    else if (terms.length === 0) {
      context.addIssue({ code: 'custom', message: 'Say what the view shall find.' });
    }
    return formatQuery(terms);
  });

export const viewSort = z.enum(keptSorts);

const MOST = 100;

/** Where the next view of one's own, or of the team, stands. Refuses when there are enough. */
export async function nextPosition(
  { tx, workspaceId, actor }: CommandContext,
  shared: boolean,
): Promise<number> {
  const owner = shared ? isNull(savedViews.ownerId) : eq(savedViews.ownerId, actor.memberId);
  const [found] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      next: sql<number>`coalesce(max(${savedViews.position}) + 1, 0)::int`,
    })
    .from(savedViews)
    .where(and(eq(savedViews.workspaceId, workspaceId), owner));
  if ((found?.count ?? 0) >= MOST) {
    throw new Refusal('conflict', `There are ${MOST} such views already. Delete one first.`);
  }
  return found?.next ?? 0;
}
