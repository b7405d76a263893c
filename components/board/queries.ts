import { queryOptions } from '@tanstack/react-query';
import type { BoardCard, BoardPlan, BoardView } from '@/lib/queries/board/views';
import { readJson } from '../shell/read-json';
import { withMoves } from './under-way';

/** Nothing tells that a window is heard no more: who is here is asked so often. */
const presentMs = 20_000;

/** The board of a team, or of all. */
export function boardQuery(teamId: string | null) {
  return queryOptions({
    queryKey: ['board', 'team', teamId],
    queryFn: async ({ signal }) =>
      withMoves(await readJson<BoardView>(`/api/board${searchOf({ team: teamId })}`, signal)),
    staleTime: 5_000,
    refetchInterval: presentMs,
  });
}

/** What a member holds. */
export function memberWorkQuery(memberId: string) {
  return queryOptions({
    queryKey: ['board', 'member', memberId],
    queryFn: ({ signal }) => readJson<BoardCard[]>(`/api/board/members/${memberId}`, signal),
    staleTime: 5_000,
  });
}

/** What a plan is made for: all that is unevenly held, what one member has, or what `nobody` has. */
export type PlanFor = { teamId: string | null; from: string | null };

export function planQuery({ teamId, from }: PlanFor) {
  return queryOptions({
    queryKey: ['board-plan', teamId, from],
    queryFn: ({ signal }) =>
      readJson<BoardPlan>(`/api/board/plan${searchOf({ team: teamId, from })}`, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

function searchOf(asked: Record<string, string | null>): string {
  const search = new URLSearchParams(
    Object.entries(asked).filter((each): each is [string, string] => each[1] !== null),
  );
  return search.size === 0 ? '' : `?${search}`;
}
