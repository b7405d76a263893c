import type { Metadata } from 'next';
import { DenialList, DenialReasons } from '@/components/policy/denial-list';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { denials } from '@/lib/queries/permissions/denials';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Kept back' };

export default async function DenialsPage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Kept back"
      lead="Messages of the last 30 days that the rules did not let go, each with the reason that decided."
    >
      {can(actor, 'denial.read') ? (
        <KeptBack actor={actor} />
      ) : (
        <AskThem
          permission="denial.read"
          to="look it up"
          names={await whoMay(actor, 'denial.read')}
        />
      )}
    </PageFrame>
  );
}

async function KeptBack({ actor }: { actor: Actor }) {
  const { reasons, lines } = await denials(actor);
  if (lines.length === 0) {
    return (
      <p className="text-ink-2">
        Nothing was kept back. A message that a rule stops will stand here, with why.
      </p>
    );
  }
  return (
    <>
      <Section id="denial-reasons" title="Why">
        <DenialReasons reasons={reasons} />
      </Section>
      <Section id="denial-lines" title="The newest">
        <DenialList lines={lines} />
      </Section>
    </>
  );
}
