import type { Metadata } from 'next';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { UndoForm } from '@/components/settings/undo-form';
import { WorkspaceForm } from '@/components/settings/workspace-form';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { undoTime } from '@/lib/queries/workspace/undo-time';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Workspace' };

export default async function WorkspacePage() {
  const { actor, me } = await viewer();
  const { name } = me.workspace;
  return (
    <PageFrame
      title="Workspace"
      lead="One company, with its people, channels and conversations. Nothing leaves it for another."
    >
      <Section id="workspace-name" title="Name">
        {can(actor, 'workspace.manage') ? (
          <WorkspaceForm name={name} />
        ) : (
          <div className="grid gap-3">
            <p className="font-strong">
              <bdi>{name}</bdi>
            </p>
            <AskThem
              permission="workspace.manage"
              to="change it"
              names={await whoMay(actor, 'workspace.manage')}
            />
          </div>
        )}
      </Section>
      {can(actor, 'workspace.manage') ? (
        <Section id="workspace-replies" title="Replies">
          <UndoForm seconds={await undoTime(actor)} />
        </Section>
      ) : null}
    </PageFrame>
  );
}
