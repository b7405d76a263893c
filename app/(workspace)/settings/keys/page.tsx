import type { Metadata } from 'next';
import { Keys } from '@/components/keys/keys';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { keyList } from '@/lib/queries/keys/key-list';
import { whoMay } from '@/lib/queries/members/who-may';

export const metadata: Metadata = { title: 'API keys' };

export default async function KeysPage() {
  const actor = await actorForPage();
  return (
    <PageFrame
      title="API keys"
      lead={
        <>
          With a key another system tells what your contacts did there: an order, a call, a visit.{' '}
          <a
            href="/api/v1/openapi.json"
            target="_blank"
            rel="noopener"
            className="underline underline-offset-2"
          >
            How it is asked (OpenAPI)
          </a>
        </>
      }
    >
      {can(actor, 'key.manage') ? (
        <Keys keys={await keyList(actor)} />
      ) : (
        <AskThem permission="key.manage" to="make keys" names={await whoMay(actor, 'key.manage')} />
      )}
    </PageFrame>
  );
}
