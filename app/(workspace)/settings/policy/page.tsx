import type { Metadata } from 'next';
import { PolicyForm } from '@/components/policy/policy-form';
import { WordsForm } from '@/components/policy/words-form';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { consentWordsOf } from '@/lib/queries/consent/words';
import { whoMay } from '@/lib/queries/members/who-may';
import { policies } from '@/lib/queries/permissions/policy';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Whom we write to' };

export default async function PolicyPage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Whom we write to"
      lead="What your brand allows itself, on top of what the network allows. It is asked before every message, and once more as it leaves."
    >
      {can(actor, 'policy.manage') ? <Policies actor={actor} /> : <Ask actor={actor} />}
    </PageFrame>
  );
}

async function Policies({ actor }: { actor: Actor }) {
  const [{ workspace, channels }, words] = await Promise.all([
    policies(actor),
    consentWordsOf(actor),
  ]);
  return (
    <>
      <Section id="policy-workspace" title="The whole workspace">
        <PolicyForm policy={workspace} />
      </Section>
      {channels.map(({ id, handle, policy }) => (
        <Section key={id} id={`policy-${id}`} title={`@${handle}`}>
          <PolicyForm policy={policy} channelId={id} />
        </Section>
      ))}
      <Section id="policy-words" title="Words that opt out">
        <p className="mb-3 max-w-140 text-ink-2">
          A message that says nothing but one of these counts at once, whatever its case and
          punctuation. “Please stop by” does not.
        </p>
        <WordsForm words={words} />
      </Section>
    </>
  );
}

async function Ask({ actor }: { actor: Actor }) {
  return (
    <AskThem
      permission="policy.manage"
      to="change it"
      names={await whoMay(actor, 'policy.manage')}
    />
  );
}
