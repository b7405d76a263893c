import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { RoutedMembers } from '@/components/teams/routed-members';
import { RoutingForm } from '@/components/teams/routing-form';
import { SoftLink } from '@/components/ui/soft-link';
import { actorForPage } from '@/lib/auth/page-actor';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { whoMay } from '@/lib/queries/members/who-may';
import { skillList } from '@/lib/queries/skills/skill-list';
import type { TeamSettings } from '@/lib/queries/teams/team-settings';
import { teamSettings } from '@/lib/queries/teams/team-settings';

export const metadata: Metadata = { title: 'Team' };

export default async function TeamPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await actorForPage();
  if (!can(actor, 'routing.read')) notFound();
  const mayChange = can(actor, 'routing.manage');
  const settings = await settingsOr404(actor, teamId);
  const skills = await skillList(actor);
  return (
    <PageFrame
      title={settings.team.name}
      lead={
        <SoftLink href="/settings/teams" className="underline underline-offset-2">
          All teams
        </SoftLink>
      }
    >
      {mayChange ? null : (
        <AskThem
          permission="routing.manage"
          to="change how work is given out"
          names={await whoMay(actor, 'routing.manage')}
        />
      )}
      <Section id="giving" title="How its work is given out">
        <RoutingForm key={teamId} settings={settings} mayChange={mayChange} />
      </Section>
      <Section id="given" title={`Who is given work (${settings.seated.length})`}>
        <RoutedMembers
          seated={settings.seated}
          answering={settings.answering}
          skills={skills}
          mayChange={mayChange}
        />
      </Section>
    </PageFrame>
  );
}

async function settingsOr404(actor: Actor, teamId: string): Promise<TeamSettings> {
  try {
    return await teamSettings(actor, teamId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound();
    throw error;
  }
}
