'use client';

import { useQuery } from '@tanstack/react-query';
import { inboxPath } from '../inbox/location';
import { Sheet } from '../ui/sheet';
import { SoftLink } from '../ui/soft-link';
import { bulkReasonsQuery } from './queries';

/** Why some stayed as they were: each reason with the way to the first of them. */
export function ReasonsSheet({ bulkId, onClose }: { bulkId: string; onClose: () => void }) {
  const { data: reasons = [], isError } = useQuery(bulkReasonsQuery(bulkId));
  return (
    <Sheet title="What stayed as it was" onClose={onClose}>
      <div className="quiet-scroll grid max-h-[70dvh] gap-4 overflow-y-auto p-4 text-list">
        {isError ? <p className="text-ink-2">This cannot be read just now.</p> : null}
        {reasons.map(({ why, count, some }) => (
          <section key={why} aria-label={why}>
            <h3 className="font-strong">
              <span className="tabular-nums">{count}</span>: {why}
            </h3>
            <ul className="pl-4">
              {some.map(({ conversationId, contactName }) => (
                <li key={conversationId} className="truncate">
                  <SoftLink
                    href={inboxPath('all', conversationId)}
                    onNavigate={onClose}
                    className="inline-block min-h-6 underline decoration-line-strong underline-offset-3"
                  >
                    <bdi>{contactName}</bdi>
                  </SoftLink>
                </li>
              ))}
              {count > some.length ? (
                <li className="text-ink-3">and {count - some.length} more</li>
              ) : null}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
