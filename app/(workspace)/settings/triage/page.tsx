import type { Metadata } from 'next';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { TriageSettings } from '@/components/triage/triage-settings';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { triageSettings } from '@/lib/queries/triage/triage-settings';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Triage and spam' };

export default async function TriagePage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Triage and spam"
      lead="Porchlight says what each message is as it comes in. It deletes nothing and answers nobody; whoever answers can correct it with one key, and it learns from that."
    >
      {can(actor, 'triage.manage') ? (
        <TriageSettings settings={await triageSettings(actor)} />
      ) : (
        <Ask actor={actor} />
      )}
    </PageFrame>
  );
}

async function Ask({ actor }: { actor: Actor }) {
  return (
    <AskThem
      permission="triage.manage"
      to="see and change this"
      names={await whoMay(actor, 'triage.manage')}
    />
  );
}
