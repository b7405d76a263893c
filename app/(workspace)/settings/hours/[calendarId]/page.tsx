import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HoursEditor } from '@/components/hours/hours-editor';
import { OutOfUse } from '@/components/settings/archived';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import type { HoursView } from '@/lib/queries/sla/settings';
import { slaSettings } from '@/lib/queries/sla/settings';
import { viewer } from '../../../viewer';

export const metadata: Metadata = { title: 'Business hours' };

/** One calendar, or the form for a new one where its id would stand. */
export default async function OneCalendarPage({
  params,
}: {
  params: Promise<{ calendarId: string }>;
}) {
  const { calendarId } = await params;
  const { actor } = await viewer();
  const mayChange = can(actor, 'sla.manage');
  const { hours, archived } = await slaSettings(actor);
  const isThis = (one: HoursView) => one.calendarId === calendarId;
  const gone = archived.hours.find(isThis);
  const view = hours.find(isThis) ?? gone ?? null;
  if (!view && !(calendarId === 'new' && mayChange)) notFound();
  return (
    <PageFrame
      title={view?.name ?? 'New business hours'}
      lead={
        <SoftLink href="/settings/hours" className="underline underline-offset-2">
          All business hours
        </SoftLink>
      }
      wide
    >
      {mayChange ? null : (
        <AskThem
          permission="sla.manage"
          to="change these hours"
          names={await whoMay(actor, 'sla.manage')}
        />
      )}
      {gone ? <OutOfUse>These hours are archived, so no policy counts by them.</OutOfUse> : null}
      <HoursEditor key={calendarId} view={view} mayChange={mayChange && !gone} />
    </PageFrame>
  );
}
