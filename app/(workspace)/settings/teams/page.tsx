import type { Metadata } from 'next';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { Teams } from '@/components/teams/teams';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { teamSeats } from '@/lib/queries/teams/team-seats';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  const actor = await actorForPage();
  const mayChange = can(actor, 'team.manage');
  const seats = await teamSeats(actor);
  return (
    <PageFrame
      title="Teams"
      lead="Groups that work is given to. Each has a view of its own in the inbox."
    >
      {mayChange ? null : (
        <AskThem
          permission="team.manage"
          to="change teams and who is in them"
          names={await whoMay(actor, 'team.manage')}
        />
      )}
      <Teams {...seats} mayChange={mayChange} />
    </PageFrame>
  );
}
