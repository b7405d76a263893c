'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LinkView } from '@/lib/queries/links/link-list';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { useChange } from '../settings/use-change';
import { copyText } from '../thread/copy-text';
import { Button } from '../ui/button';
import { archiveLinkAction, changeLinkAction } from './actions';
import { LinkForm } from './link-form';
import { LinkHtml } from './link-html';
import { linksQuery } from './queries';

type Open = 'html' | 'edit' | null;

/** A link: what came of it, whom it would turn away, and what one does with it. */
export function LinkLine({ link, mayChange }: { link: LinkView; mayChange: boolean }) {
  const { name, address, channel, archived } = link;
  const [open, setOpen] = useState<Open>(null);
  const htmlOpener = useRef<HTMLButtonElement>(null);
  const editOpener = useRef<HTMLButtonElement>(null);
  const toggle = (which: Open) => setOpen(open === which ? null : which);
  return (
    <li className="grid gap-2.5 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <p className="font-strong [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </p>
          <p className="text-fact text-ink-3 [overflow-wrap:anywhere]">
            {address} · @{channel.handle}
          </p>
          <p className="text-fact text-ink-2 tabular-nums">{tally(link)}</p>
        </div>
        <div className="flex flex-wrap gap-1">
          {archived ? null : (
            <>
              <Button onClick={() => void copyText(address)}>
                Copy link<span className="sr-only"> {name}</span>
              </Button>
              <Button
                ref={htmlOpener}
                aria-expanded={open === 'html'}
                onClick={() => toggle('html')}
              >
                HTML<span className="sr-only"> of {name}</span>
              </Button>
            </>
          )}
          {mayChange ? (
            <>
              <Button
                ref={editOpener}
                tone="quiet"
                aria-expanded={open === 'edit'}
                onClick={() => toggle('edit')}
              >
                Edit<span className="sr-only"> the link {name}</span>
              </Button>
              <Archive link={link} />
            </>
          ) : null}
        </div>
      </div>
      <Warning link={link} />
      {open === 'html' ? (
        <Fold opener={htmlOpener} onClose={() => setOpen(null)}>
          <LinkHtml address={address} />
        </Fold>
      ) : null}
      {open === 'edit' ? (
        <Fold opener={editOpener} onClose={() => setOpen(null)}>
          <LinkForm
            action={changeLinkAction}
            kept={{ name, firstWords: link.firstWords }}
            more={{ linkId: link.id }}
            words={{ id: `link-${link.id}`, send: 'Save', kept: 'Saved' }}
            onDone={() => {
              setOpen(null);
              editOpener.current?.focus();
            }}
          />
        </Fold>
      ) : null}
    </li>
  );
}

function Archive({ link: { id, name, archived } }: { link: LinkView }) {
  const client = useQueryClient();
  const { change, isPending, problem } = useChange(archiveLinkAction, () => {
    void client.invalidateQueries({ queryKey: linksQuery.queryKey });
  });
  return (
    <>
      <Button
        tone="quiet"
        disabled={isPending}
        onClick={() => change({ linkId: id, archived: !archived })}
      >
        {archived ? 'Use again' : 'Archive'}
        <span className="sr-only"> the link {name}</span>
      </Button>
      <Notice message={problem} />
    </>
  );
}

/** Whom the door turns away at the end of the link: the commonest way in which such a link fails. */
function Warning({ link: { channel, archived } }: { link: LinkView }) {
  const { door, live, handle } = channel;
  if (archived) return null;
  const says = live
    ? turnedAway[door ?? 'unknown']
    : `@${handle} is disconnected: nobody reads it here.`;
  if (says === null) return null;
  return <p className="rounded-sm bg-amber-wash px-2.5 py-2 text-amber-ink">{says}</p>;
}

const turnedAway = {
  everyone: null,
  verified: 'Its door lets strangers in only if they are verified: all others are turned away.',
  followers: 'Its door lets in followers only: other strangers are turned away.',
  nobody: 'Its door is closed: strangers who follow this link are turned away.',
  unknown: 'Nobody has said how its door is: strangers may be turned away.',
} as const;

function tally({ clicks, conversations }: LinkView): string {
  return `${many(clicks, 'click')}, ${many(conversations, 'conversation')}`;
}

function many(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
