import type { Metadata } from 'next';
import { HoursList } from '@/components/hours/hours-list';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { slaSettings } from '@/lib/queries/sla/settings';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Business hours' };

export default async function HoursPage() {
  const { actor } = await viewer();
  const mayChange = can(actor, 'sla.manage');
  const { hours, archived } = await slaSettings(actor);
  return (
    <PageFrame
      title="Business hours"
      lead="When your team works. Promises that are counted in open time stand still while it is closed."
    >
      {mayChange ? null : (
        <AskThem
          permission="sla.manage"
          to="change these hours"
          names={await whoMay(actor, 'sla.manage')}
        />
      )}
      <HoursList hours={hours} archived={archived.hours} mayChange={mayChange} />
    </PageFrame>
  );
}
