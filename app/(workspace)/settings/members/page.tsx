import type { Metadata } from 'next';
import { InvitationLine } from '@/components/settings/invitation-line';
import { InviteForm } from '@/components/settings/invite-form';
import { MemberLine } from '@/components/settings/member-line';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { listMembers } from '@/lib/queries/members/list-members';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const actor = await actorForPage();
  if (!can(actor, 'member.manage')) {
    return (
      <PageFrame title="Members" lead="Only admins invite people and change what they may do.">
        {null}
      </PageFrame>
    );
  }
  const { members, invitations } = await listMembers(actor);
  return (
    <PageFrame
      title="Members"
      lead="Who works in this inbox and as what. A change takes effect with the member’s next click."
    >
      <Section id="invite" title="Invite someone">
        <InviteForm />
      </Section>
      {invitations.length > 0 ? (
        <Section id="invitations" title="Open invitations">
          <ul className="rounded-lg border border-line bg-panel">
            {invitations.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="members" title={`Members (${members.length})`}>
        <ul className="rounded-lg border border-line bg-panel">
          {members.map((member) => (
            <MemberLine key={member.id} member={member} isMe={member.id === actor.memberId} />
          ))}
        </ul>
      </Section>
    </PageFrame>
  );
}
