import type { Metadata } from 'next';
import { RuleTester } from '@/components/rules/rule-tester';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { testableChannels } from '@/lib/queries/rules/case';

export const metadata: Metadata = { title: 'Rule tester' };

export default async function RulesPage() {
  const actor = await actorForPage();
  const mayTest = can(actor, 'rules.test');
  return (
    <PageFrame
      title="Rule tester"
      lead="Who may be messaged, and why: on what is known of somebody, or on what you suppose. Nothing here is sent or saved."
      wide={mayTest}
    >
      {mayTest ? (
        <RuleTester channels={await testableChannels(actor)} />
      ) : (
        <AskThem
          permission="rules.test"
          to="try the rules"
          names={await whoMay(actor, 'rules.test')}
        />
      )}
    </PageFrame>
  );
}
