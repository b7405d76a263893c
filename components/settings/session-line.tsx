'use client';

import { Laptop, Smartphone } from 'lucide-react';
import type { SessionRow } from '@/lib/queries/members/own-sessions';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { Since } from '../ui/since';
import { revokeSessionAction } from './actions';
import { browserName } from './browser-name';
import { useChange } from './use-change';

/** A browser in which one is signed in, and the way to end that. */
export function SessionLine({ session }: { session: SessionRow }) {
  const { id, createdAt, seenAt, ip, userAgent, isThisOne } = session;
  const { change, isPending, problem } = useChange(revokeSessionAction);
  const name = browserName(userAgent);
  const Icon = /Mobile|Android|iPhone/.test(userAgent ?? '') ? Smartphone : Laptop;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <Icon aria-hidden size={18} strokeWidth={1.6} className="text-ink-3" />
      <div className="min-w-40 flex-1">
        <p className="font-strong">
          {name}
          {isThisOne ? <span className="font-quiet text-met"> (this browser)</span> : null}
        </p>
        <p className="text-fact text-ink-3">
          {ip ? `${ip}; ` : null}last used <Since at={seenAt} />; signed in <Since at={createdAt} />
        </p>
      </div>
      {isThisOne ? (
        <form method="post" action="/sign-out">
          <Button type="submit">Sign out here</Button>
        </form>
      ) : (
        <Button disabled={isPending} onClick={() => change({ sessionId: id })}>
          Sign out<span className="sr-only"> {name}</span>
        </Button>
      )}
      <Notice message={problem} />
    </li>
  );
}
