import type { Metadata } from 'next';
import { Attributes } from '@/components/attributes/attributes';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { attributeList } from '@/lib/queries/attributes/attribute-list';
import { whoMay } from '@/lib/queries/members/who-may';

export const metadata: Metadata = { title: 'Attributes' };

export default async function AttributesPage() {
  const actor = await actorForPage();
  const mayChange = can(actor, 'attribute.manage');
  return (
    <PageFrame
      title="Attributes"
      lead="What you want to know of your contacts. It stands beside every conversation with them."
    >
      {mayChange ? null : (
        <AskThem
          permission="attribute.manage"
          to="add and change attributes"
          names={await whoMay(actor, 'attribute.manage')}
        />
      )}
      <Attributes attributes={await attributeList(actor)} mayChange={mayChange} />
    </PageFrame>
  );
}
