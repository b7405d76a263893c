import type { Metadata } from 'next';
import { InvitationTexts } from '@/components/invitations/texts';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { invitationTextsOf } from '@/lib/queries/invitations/invitation-texts';
import { whoMay } from '@/lib/queries/members/who-may';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Invitations' };

export default async function InvitationsPage() {
  const { actor } = await viewer();
  const mayChange = can(actor, 'invitation.write');
  return (
    <PageFrame
      title="Invitations"
      lead="Approved words that ask somebody who complained in public to write in private. Whoever answers chooses among them."
    >
      {mayChange ? null : (
        <AskThem
          permission="invitation.write"
          to="add and change invitations"
          names={await whoMay(actor, 'invitation.write')}
        />
      )}
      <InvitationTexts texts={await invitationTextsOf(actor)} mayChange={mayChange} />
    </PageFrame>
  );
}
