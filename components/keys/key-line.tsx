'use client';

import { useState } from 'react';
import type { KeyView } from '@/lib/queries/keys/key-list';
import { Notice } from '../entrance/notice';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { Since } from '../ui/since';
import { revokeKeyAction } from './actions';

/** A key, by whom and when it was made and used, and the way to end it. */
export function KeyLine({ apiKey }: { apiKey: KeyView }) {
  const { id, name, prefix, createdBy, createdAt, lastUsedAt, revokedAt } = apiKey;
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem } = useChange(revokeKeyAction);
  return (
    <li className="grid gap-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-40 flex-1 [overflow-wrap:anywhere]">
          <bdi className="font-strong">{name}</bdi> <code className="text-ink-2">{prefix}…</code>
          <span className="block text-fact text-ink-3">
            Made by <bdi>{createdBy}</bdi> <Since at={createdAt} />,{' '}
            {lastUsedAt === null ? (
              'never used'
            ) : (
              <>
                used <Since at={lastUsedAt} />
              </>
            )}
            {revokedAt === null ? null : (
              <>
                , revoked <Since at={revokedAt} />
              </>
            )}
          </span>
        </p>
        {revokedAt === null && !asks ? (
          <Button tone="quiet" onClick={() => setAsks(true)}>
            Revoke<span className="sr-only"> the key {name}</span>
          </Button>
        ) : null}
      </div>
      <Notice message={problem} />
      {revokedAt === null && asks ? (
        <div className="flex flex-wrap items-center gap-2 rounded-sm bg-sunken p-3">
          <p className="min-w-40 flex-1">
            What uses it is turned away from now on. This cannot be taken back.
          </p>
          <Button onClick={() => setAsks(false)}>Keep it</Button>
          <Button tone="grave" disabled={isPending} onClick={() => change({ keyId: id })}>
            Revoke for ever
          </Button>
        </div>
      ) : null}
    </li>
  );
}
