'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { GuideStep } from '@/lib/domain/member/guide';
import type { GuideView } from '@/lib/queries/members/guide';
import { buttonClass } from '../ui/button';
import type { Guide } from './use-guide';

/** The steps in their order; the one that is next says how. */
export function Steps({ guide }: { guide: Guide }) {
  return (
    <ol className="flex flex-col gap-0.5">
      {guide.view.steps.map(({ id, done }) => {
        const isNext = id === guide.next;
        const { title, how } = words[id](guide.view);
        return (
          <li
            key={id}
            aria-current={isNext ? 'step' : undefined}
            className={clsx('flex gap-2.5 rounded-md px-2.5 py-1.5', isNext && 'bg-sunken')}
          >
            <Tick done={done} />
            <div className="min-w-0">
              <p className={isNext ? 'font-medium' : 'text-ink-2'}>
                {title}
                {done && <span className="sr-only">, done</span>}
              </p>
              {isNext && (
                <>
                  <p className="text-fact text-ink-2">{how}</p>
                  <Way step={id} guide={guide} />
                </>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Done or not, by its form as well as by its colour. */
function Tick({ done }: { done: boolean }) {
  return (
    <svg aria-hidden width={16} height={16} viewBox="0 0 16 16" className="mt-0.5 shrink-0">
      <circle
        cx={8}
        cy={8}
        r={6.5}
        fill={done ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.3}
        className={done ? 'text-met' : 'text-ink-3'}
      />
      {done && <path d="M5 8.3l2 2 4-4.3" fill="none" strokeWidth={1.6} className="stroke-panel" />}
    </svg>
  );
}

/** The way to do it, where one press is a way. */
function Way({ step, guide }: { step: GuideStep; guide: Guide }) {
  if (step === 'message' || step === 'network') return <WayOut step={step} guide={guide} />;
  const [href, name] = placeOf(step, guide.view.conversationId);
  return href ? (
    <Link href={href} prefetch={false} className={buttonClass('go', 'mt-1.5')}>
      {name}
    </Link>
  ) : null;
}

/** Where a step is taken; null when it can be taken anywhere. */
function placeOf(step: GuideStep, conversationId: string | null): [string | null, string] {
  if (step === 'channel') return ['/settings/channels', 'Channels'];
  if (step === 'invite') return ['/settings/members', 'Members'];
  if (step === 'keys' || !conversationId) return [null, ''];
  return [`/inbox/${step === 'answer' ? 'mine' : 'unassigned'}/${conversationId}`, 'Open it'];
}

/** Into the sandbox, in a tab of its own. */
function WayOut({ step, guide }: { step: 'message' | 'network'; guide: Guide }) {
  const { play } = guide.view;
  if (!play) return null;
  const isLook = step === 'network';
  return (
    <a
      href={isLook ? withoutText(play.url) : play.url}
      target="_blank"
      rel="noreferrer"
      className={buttonClass('go', 'mt-1.5')}
      onClick={() => {
        if (isLook) guide.tell('network');
      }}
    >
      {isLook ? 'See it in the sandbox' : 'Open the sandbox'}
      <span className="sr-only"> in a new tab</span>
    </a>
  );
}

/** Whoever looks does not want to write again. */
function withoutText(url: string): string {
  const address = new URL(url);
  address.searchParams.delete('text');
  return address.href;
}

type Words = { title: string; how: ReactNode };

const words: Record<GuideStep, (view: GuideView) => Words> = {
  message: ({ play }) => ({
    title: 'Send yourself a message as a customer',
    how: play && (
      <>
        The sandbox opens as {play.name}, ready to write to @{play.channel}. Press Enter there and
        come back.
      </>
    ),
  }),
  claim: ({ play }) => ({
    title: 'Claim it',
    how: play ? (
      <>
        It stands in Unassigned now. Open it and press <Key>c</Key>.
      </>
    ) : (
      <>
        Open a conversation in Unassigned and press <Key>c</Key>.
      </>
    ),
  }),
  answer: () => ({
    title: 'Answer it',
    how: (
      <>
        <Key>r</Key> begins a reply, <Key>Ctrl</Key> <Key>Enter</Key> sends it.
      </>
    ),
  }),
  note: () => ({
    title: 'Leave a note for a colleague',
    how: (
      <>
        Open it and press <Key>n</Key>. Notes never reach the customer.
      </>
    ),
  }),
  network: ({ play }) => ({
    title: 'See it arrive',
    how: <>{play?.name} has it already, on the other side.</>,
  }),
  channel: () => ({
    title: 'Connect a channel',
    how: 'The brand’s account whose messages come here.',
  }),
  invite: () => ({ title: 'Invite a colleague', how: 'They get a link and choose a password.' }),
  keys: () => ({
    title: 'Press ? for the keys',
    how: 'Everything here can be done without the mouse.',
  }),
};

function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-line bg-panel px-1 font-sans text-fact">
      {children}
    </kbd>
  );
}
