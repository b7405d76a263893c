'use client';

import type { KeyView } from '@/lib/queries/keys/key-list';
import { Section } from '../settings/page-frame';
import { KeyLine } from './key-line';
import { NewKey } from './new-key';

/** The keys in use, those that were revoked, and a new one. */
export function Keys({ keys }: { keys: readonly KeyView[] }) {
  const inUse = keys.filter(({ revokedAt }) => revokedAt === null);
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <>
      <Section id="new-key" title="New key">
        <NewKey />
      </Section>
      <Section id="keys" title={`In use (${inUse.length})`}>
        {inUse.length === 0 ? (
          <p className="text-ink-2">No key yet: no other system can tell anything.</p>
        ) : (
          <ul className="rounded-lg border border-line bg-panel">
            {inUse.map((key) => (
              <KeyLine key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
      </Section>
      {revoked.length > 0 ? (
        <Section id="revoked-keys" title={`Revoked (${revoked.length})`}>
          <p className="mb-2 text-ink-2">What they told stays in the journeys of your contacts.</p>
          <ul className="rounded-lg border border-line bg-panel">
            {revoked.map((key) => (
              <KeyLine key={key.id} apiKey={key} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
