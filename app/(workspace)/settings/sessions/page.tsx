import type { Metadata } from 'next';
import { OtherSessions } from '@/components/settings/other-sessions';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { SessionLine } from '@/components/settings/session-line';
import { WorkspaceLine } from '@/components/settings/workspace-line';
import { actorForPage } from '@/lib/auth/page-actor';
import { ownSessions } from '@/lib/queries/members/own-sessions';
import { workspacesOf } from '@/lib/queries/members/workspaces-of';

export const metadata: Metadata = { title: 'Your sessions' };

export default async function SessionsPage() {
  const actor = await actorForPage();
  const [sessions, workspaces] = await Promise.all([
    ownSessions(actor),
    workspacesOf(actor.userId),
  ]);
  const others = sessions.filter(({ isThisOne }) => !isThisOne).length;
  return (
    <PageFrame
      title="Your sessions"
      lead="Where you are signed in. A session ends by itself after twelve idle hours, and after seven days in any case."
    >
      <Section id="sessions" title="Browsers">
        <ul className="rounded-lg border border-line bg-panel">
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
        {others > 0 ? <OtherSessions count={others} /> : null}
      </Section>
      {workspaces.length > 1 ? (
        <Section id="workspaces" title="Your workspaces">
          <ul className="rounded-lg border border-line bg-panel">
            {workspaces.map((choice) => (
              <WorkspaceLine
                key={choice.id}
                choice={choice}
                isHere={choice.id === actor.workspaceId}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </PageFrame>
  );
}
