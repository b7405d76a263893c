import type { Metadata } from 'next';
import { ArchivedPolicies, PolicyList } from '@/components/promises/policy-list';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { buttonClass } from '@/components/ui/button';
import { SoftLink } from '@/components/ui/soft-link';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { slaSettings } from '@/lib/queries/sla/settings';
import { viewer } from '../../viewer';
import { thingsFor } from './things';

export const metadata: Metadata = { title: 'SLA policies' };

export default async function PromisesPage() {
  const { actor } = await viewer();
  const mayChange = can(actor, 'sla.manage');
  const [{ policies, hours, archived }, things] = await Promise.all([
    slaSettings(actor),
    thingsFor(actor),
  ]);
  return (
    <PageFrame
      title="SLA policies"
      lead="What you promise and to whom. A conversation falls under the first of them that fits it."
    >
      {mayChange ? null : (
        <AskThem
          permission="sla.manage"
          to="change these policies"
          names={await whoMay(actor, 'sla.manage')}
        />
      )}
      {policies.length > 0 ? (
        <PolicyList policies={policies} things={things} mayChange={mayChange} />
      ) : (
        <None mayChange={mayChange} hasHours={hours.length > 0} />
      )}
      <ArchivedPolicies policies={archived.policies} mayChange={mayChange} />
    </PageFrame>
  );
}

function None({ mayChange, hasHours }: { mayChange: boolean; hasHours: boolean }) {
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">
        None yet, so no clock runs. The first policy takes every conversation; later ones take some
        of them before it.
      </p>
      {mayChange && !hasHours ? (
        <p className="text-ink-2">Begin with the hours in which your team works.</p>
      ) : null}
      {mayChange ? (
        <SoftLink
          href={hasHours ? '/settings/promises/new' : '/settings/hours/new'}
          className={buttonClass('go', 'w-fit')}
        >
          {hasHours ? 'First policy' : 'Business hours'}
        </SoftLink>
      ) : null}
    </div>
  );
}
