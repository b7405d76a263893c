import type { Metadata } from 'next';
import { Labels } from '@/components/labels/labels';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { labelUses } from '@/lib/queries/labels/label-uses';
import { whoMay } from '@/lib/queries/members/who-may';

export const metadata: Metadata = { title: 'Labels' };

export default async function LabelsPage() {
  const actor = await actorForPage();
  const mayChange = can(actor, 'label.manage');
  return (
    <PageFrame
      title="Labels"
      lead="What conversations are about. Everybody who answers can put them on and take them off."
    >
      {mayChange ? null : (
        <AskThem
          permission="label.manage"
          to="add and change labels"
          names={await whoMay(actor, 'label.manage')}
        />
      )}
      <Labels labels={await labelUses(actor)} mayChange={mayChange} />
    </PageFrame>
  );
}
