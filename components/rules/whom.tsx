'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { TestableChannel } from '@/lib/queries/rules/case';
import { Button, buttonClass } from '../ui/button';
import { Face } from '../ui/face';
import { SoftLink } from '../ui/soft-link';
import { PeoplePicker } from './people-picker';
import { realCaseQuery } from './queries';
import type { Reading } from './trial';
import { questionIn, useThisTrial } from './trial';
import { testCase } from './use-case';

/** Whose case it is: two real sides, or somebody made up and the channel before which they stand. */
export function Whom({
  channels,
  reading,
}: {
  channels: readonly TestableChannel[];
  reading: Reading;
}) {
  const { test } = useThisTrial();
  /** What opened the list of people; null while it is closed. */
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const client = useQueryClient();
  const choose = useRef<HTMLButtonElement>(null);
  // What is asked stays; what was supposed of somebody else goes.
  const supposed = questionIn(test.supposed);

  /** The facts come first, so that one case gives way to the next at once. */
  async function choosePerson(conversationId: string) {
    await client.prefetchQuery(realCaseQuery(conversationId));
    testCase({ conversationId, channelId: null, supposed }, 'push');
  }

  return (
    <section aria-label="Whom" className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Person reading={reading} channels={channels} />
      <div className="flex flex-wrap gap-2">
        <Button
          ref={choose}
          aria-haspopup="dialog"
          aria-expanded={opener !== null}
          onClick={({ currentTarget }) => setOpener(currentTarget)}
        >
          Choose a person
        </Button>
        {test.conversationId === null ? null : (
          <>
            <Button
              tone="quiet"
              onClick={() => {
                testCase({ conversationId: null, channelId: null, supposed }, 'push');
                // This button goes away with the person.
                choose.current?.focus();
              }}
            >
              Somebody made up
            </Button>
            {reading.state === 'read' ? (
              <SoftLink href={`/inbox/all/${test.conversationId}`} className={buttonClass('quiet')}>
                Open the conversation
              </SoftLink>
            ) : null}
          </>
        )}
      </div>
      {opener ? (
        <PeoplePicker
          anchor={opener}
          channels={channels}
          onChoose={(conversationId) => void choosePerson(conversationId)}
          onClose={() => setOpener(null)}
        />
      ) : null}
    </section>
  );
}

function Person({ reading, channels }: { reading: Reading; channels: readonly TestableChannel[] }) {
  const { test, real } = useThisTrial();
  if (reading.state === 'reading') {
    return (
      <p role="status" className="min-h-9 animate-late py-2 text-ink-2">
        Reading what is known
      </p>
    );
  }
  if (!real || test.conversationId === null) return <MadeUp channels={channels} />;
  return (
    <div className="flex min-h-9 min-w-0 items-center gap-2.5">
      <Face id={test.conversationId} name={real.contact.name} />
      <p className="min-w-0">
        <bdi className="font-strong">{real.contact.name}</bdi>
        {real.contact.handle ? (
          <>
            {' '}
            <bdi className="text-ink-2">@{real.contact.handle}</bdi>
          </>
        ) : null}
        <span className="block text-fact text-ink-3">
          and <bdi>@{real.channel.handle}</bdi>, as they stand now
        </span>
      </p>
    </div>
  );
}

function MadeUp({ channels }: { channels: readonly TestableChannel[] }) {
  const { test, channel } = useThisTrial();
  const id = useId();
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2">
      <p className="font-strong">Somebody made up</p>
      <label htmlFor={id}>and the channel</label>
      <select
        id={id}
        value={channel.id}
        onChange={({ target }) =>
          testCase({ ...test, conversationId: null, channelId: target.value })
        }
        className="h-7 max-w-full rounded-sm border border-line-strong bg-panel px-1.5 text-ink"
      >
        {channels.map(({ id: channelId, handle }) => (
          <option key={channelId} value={channelId}>
            @{handle}
          </option>
        ))}
      </select>
    </div>
  );
}
