'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useMemberNames } from '../inbox/members';
import { Face } from '../ui/face';
import { Icon } from '../ui/icon';
import { announce } from './announcer';
import type { Colleague } from './presence';
import { usePresenceOf } from './presence';

const mostShown = 3;

/** The colleagues who have this conversation open, and who of them writes. Takes no room while alone. */
export function ColleaguesHere({ conversationId }: { conversationId: string }) {
  const nameOf = useMemberNames();
  const colleagues = usePresenceOf(conversationId);
  useAnnounced(colleagues, nameOf);
  if (colleagues.length === 0) return null;
  // Who writes first, so that a crowd does not hide them.
  const shown = colleagues.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostShown);
  const more = colleagues.length - shown.length;
  return (
    <ul aria-label="Also here" className="flex shrink-0 items-center gap-1">
      {shown.map(({ memberId, doing }) => (
        <li key={memberId} data-doing={doing} className="relative flex">
          <Face
            id={memberId}
            name={nameOf(memberId)}
            size="small"
            label={`${nameOf(memberId)} is ${doing} here`}
          />
          <span
            aria-hidden
            className={clsx(
              '-right-1 -bottom-0.5 absolute grid size-3 place-items-center rounded-full bg-amber-wash text-amber-ink transition-opacity duration-150',
              doing === 'viewing' && 'opacity-0',
            )}
          >
            <Icon name="pen" size={8} />
          </span>
        </li>
      ))}
      {more > 0 ? <li className="text-fact text-ink-3">+{more}</li> : null}
    </ul>
  );
}

function rank({ doing }: Colleague): number {
  return doing === 'writing' ? 0 : 1;
}

/** Says once of each colleague that they write here, for those who listen instead of look. */
function useAnnounced(colleagues: readonly Colleague[], nameOf: (id: string) => string) {
  const said = useRef(new Set<string>());
  useEffect(() => {
    for (const { memberId, doing } of colleagues) {
      if (doing !== 'writing' || said.current.has(memberId)) continue;
      said.current.add(memberId);
      announce(`${nameOf(memberId)} is writing here`);
    }
  }, [colleagues, nameOf]);
}
