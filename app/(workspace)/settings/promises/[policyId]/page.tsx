import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PolicyEditor } from '@/components/promises/policy-editor';
import { OutOfUse } from '@/components/settings/archived';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { slaSettings } from '@/lib/queries/sla/settings';
import { viewer } from '../../../viewer';
import { thingsFor } from '../things';

export const metadata: Metadata = { title: 'SLA policy' };

/** One policy, or the form for a new one where its id would stand. */
export default async function OnePolicyPage({ params }: { params: Promise<{ policyId: string }> }) {
  const { policyId } = await params;
  const { actor } = await viewer();
  const mayChange = can(actor, 'sla.manage');
  const [{ policies, hours, archived }, things] = await Promise.all([
    slaSettings(actor),
    thingsFor(actor),
  ]);
  const isThis = (one: SlaPolicyView) => one.policyId === policyId;
  const gone = archived.policies.find(isThis);
  const view = policies.find(isThis) ?? gone ?? null;
  if (!view && !(policyId === 'new' && mayChange)) notFound();
  if (hours.length === 0) redirect('/settings/promises');
  return (
    <PageFrame
      title={view?.name ?? 'New SLA policy'}
      lead={
        <SoftLink href="/settings/promises" className="underline underline-offset-2">
          All SLA policies
        </SoftLink>
      }
    >
      {mayChange ? null : (
        <AskThem
          permission="sla.manage"
          to="change this policy"
          names={await whoMay(actor, 'sla.manage')}
        />
      )}
      {gone ? <OutOfUse>This policy is archived: no conversation comes under it.</OutOfUse> : null}
      <PolicyEditor
        key={policyId}
        view={view}
        takesAll={view?.takesAll ?? policies.length === 0}
        hours={gone ? [...hours, ...archived.hours] : hours}
        things={things}
        mayChange={mayChange && !gone}
      />
    </PageFrame>
  );
}
