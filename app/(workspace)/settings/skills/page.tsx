import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { Skills } from '@/components/skills/skills';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { skillList } from '@/lib/queries/skills/skill-list';

export const metadata: Metadata = { title: 'Skills' };

export default async function SkillsPage() {
  const actor = await actorForPage();
  if (!can(actor, 'routing.read')) notFound();
  const mayChange = can(actor, 'routing.manage');
  return (
    <PageFrame
      title="Skills"
      lead="What not everyone can. Work that needs a skill goes to somebody who has it; who that is stands with their team."
    >
      {mayChange ? null : (
        <AskThem
          permission="routing.manage"
          to="add and change skills"
          names={await whoMay(actor, 'routing.manage')}
        />
      )}
      <Skills skills={await skillList(actor)} mayChange={mayChange} />
    </PageFrame>
  );
}
