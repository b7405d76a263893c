import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Board } from '@/components/board/board';
import { boardQuery } from '@/components/board/queries';
import { labelsQuery, membersQuery, teamsQuery } from '@/components/inbox/queries';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { board } from '@/lib/queries/board/board';
import { memberList } from '@/lib/queries/inbox/members';
import { labelList } from '@/lib/queries/labels/label-list';
import { whoMay } from '@/lib/queries/members/who-may';
import { teamList } from '@/lib/queries/teams/team-list';
import { viewer } from '../viewer';

export const metadata: Metadata = { title: 'Board' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who is how busy and what waits to be given out, with its first data in the page. */
export default async function BoardPage({ searchParams }: Props) {
  const { actor } = await viewer();
  if (!can(actor, 'board.read')) {
    return (
      <main className="quiet-scroll h-full overflow-y-auto">
        <PageFrame title="Board" lead="Who is how busy, and what waits to be given out.">
          <AskThem
            permission="board.read"
            to="see the board"
            names={await whoMay(actor, 'board.read')}
          />
        </PageFrame>
      </main>
    );
  }
  const { team } = await searchParams;
  const teams = await teamList(actor);
  const teamId = teams.find(({ id, archived }) => id === team && !archived)?.id ?? null;
  const client = new QueryClient();
  client.setQueryData(teamsQuery.queryKey, teams);
  await Promise.all([
    client.prefetchQuery({ ...boardQuery(teamId), queryFn: () => board(actor, teamId) }),
    client.prefetchQuery({ ...labelsQuery, queryFn: () => labelList(actor) }),
    client.prefetchQuery({ ...membersQuery, queryFn: () => memberList(actor) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Board key={teamId} teamId={teamId} />
    </HydrationBoundary>
  );
}
