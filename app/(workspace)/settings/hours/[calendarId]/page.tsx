import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HoursEditor } from '@/components/hours/hours-editor';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
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
  const { hours } = await slaSettings(actor);
  const view = hours.find((one) => one.calendarId === calendarId) ?? null;
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
      <HoursEditor key={calendarId} view={view} mayChange={mayChange} />
    </PageFrame>
  );
}
