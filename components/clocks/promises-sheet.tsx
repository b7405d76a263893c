'use client';

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '../thread/conversation';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { targetsQuery } from './queries';
import { TargetLine } from './target-line';
import { Working } from './working';

/** Every promise of this visit with its working; that of `first`, or of the one that is due next, is open. */
export function PromisesSheet({
  conversation,
  first,
  onClose,
}: {
  conversation: Conversation;
  first: string | null;
  onClose: () => void;
}) {
  const { data, isError } = useQuery(targetsQuery(conversation.id));
  const targets = data?.targets ?? [];
  const opened = first ?? targets[0]?.id;
  return (
    <Sheet title="Promises" onClose={onClose}>
      <section
        aria-label="Promises of this visit"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="quiet-scroll max-h-[70dvh] min-h-40 overflow-y-auto p-2"
      >
        {data && targets.length === 0 ? (
          <p className="p-2 text-ink-2">Nothing was promised in this visit.</p>
        ) : null}
        {isError && !data ? <p className="p-2 text-ink-2">This could not be read.</p> : null}
        {data ? (
          <ul>
            {targets.map((target) => (
              <li key={target.id} className="border-line not-first:border-t">
                <details open={target.id === opened} className="group">
                  <summary
                    className="grid cursor-pointer grid-cols-[minmax(0,1fr)_16px] items-start gap-x-1.5 rounded-sm px-2 py-2 hover:bg-hover"
                    title="Show the working"
                  >
                    <TargetLine target={target} />
                    <Icon
                      name="down"
                      size={16}
                      className="mt-0.5 text-ink-3 group-open:rotate-180"
                    />
                  </summary>
                  <Working
                    target={target}
                    calendars={data.calendars}
                    asOf={data.asOf}
                    contact={conversation.contactName}
                  />
                </details>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </Sheet>
  );
}
