import type { Metadata } from 'next';
import { AskThem } from '@/components/settings/ask-them';
import { ColleagueList } from '@/components/settings/colleague-list';
import { InvitationLine } from '@/components/settings/invitation-line';
import { InviteForm } from '@/components/settings/invite-form';
import { MemberList } from '@/components/settings/member-list';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { RoleMeanings } from '@/components/settings/role-meanings';
import { actorForPage } from '@/lib/auth/page-actor';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { memberList } from '@/lib/queries/inbox/members';
import { listMembers } from '@/lib/queries/members/list-members';
import { whoMay } from '@/lib/queries/members/who-may';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const actor = await actorForPage();
  return (
    <PageFrame
      title="Members"
      lead="Who works in this inbox and as what. A change takes effect with the member’s next click."
    >
      {can(actor, 'member.manage') ? await managed(actor) : await readOnly(actor)}
      <Section id="roles" title="What the roles may do">
        <RoleMeanings />
      </Section>
    </PageFrame>
  );
}

async function managed(actor: Actor) {
  const { members, invitations } = await listMembers(actor);
  return (
    <>
      <Section id="invite" title="Invite someone">
        <InviteForm />
      </Section>
      {invitations.length > 0 ? (
        <Section id="invitations" title={`Open invitations (${invitations.length})`}>
          <ul className="rounded-lg border border-line bg-panel">
            {invitations.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="members" title={`Members (${members.length})`}>
        <MemberList members={members} meId={actor.memberId} />
      </Section>
    </>
  );
}

async function readOnly(actor: Actor) {
  const members = (await memberList(actor)).filter(({ removed }) => !removed);
  return (
    <>
      <AskThem
        permission="member.manage"
        to="invite people and change what they may do"
        names={await whoMay(actor, 'member.manage')}
      />
      <Section id="members" title={`Members (${members.length})`}>
        <ColleagueList members={members} />
      </Section>
    </>
  );
}
