'use client';

import type { BuiltInView, View } from '@/lib/domain/conversation/view';
import { builtInViews } from '@/lib/domain/conversation/view';
import { ReadFailed } from '../shell/read-json';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { Place } from './location';
import { ask, goTo } from './location';

/** A list without a row: why, and the way to something. */
export function NoRows({
  place: { view, q },
  error,
  onRetry,
}: {
  place: Place;
  error: Error | null;
  onRetry: () => void;
}) {
  if (error) return <Failed error={error} onRetry={onRetry} />;
  if (q !== '') return <NothingFound view={view} q={q} />;
  const { empty, hint } = wordsFor(view);
  return (
    <EmptyState
      icon={<Icon name="inbox" size={24} />}
      title={empty}
      action={
        view === 'mine' ? (
          <Button onClick={() => goTo('unassigned')}>See what is unassigned</Button>
        ) : null
      }
    >
      {hint}
    </EmptyState>
  );
}

function NothingFound({ view, q }: { view: View; q: string }) {
  return (
    <EmptyState
      icon={<Icon name="search" size={24} />}
      title="Nothing found"
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {view === 'all' ? null : (
            <Button onClick={() => goTo('all', null, { q })}>Search everywhere</Button>
          )}
          <Button onClick={() => ask({ q: '' })}>Clear the search</Button>
        </span>
      }
    >
      No conversation here matches <bdi className="font-strong break-words text-ink">{q}</bdi>.
    </EmptyState>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const said = error instanceof ReadFailed && error.code !== 'unavailable' ? error.message : null;
  return (
    <EmptyState
      title={said ? 'There is no such view' : 'The list could not be loaded'}
      action={
        said ? (
          <Button onClick={() => goTo('mine')}>Go to your conversations</Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    >
      {said ?? 'Porchlight did not answer. Nothing was lost.'}
    </EmptyState>
  );
}

type Words = { empty: string; hint: string };

/** What to say while nothing is in a view: what it is for, and what would fill it. */
const words: Record<BuiltInView, Words> = {
  mine: {
    empty: 'Nothing is yours right now',
    hint: 'Conversations that you claim, or that a lead gives you, stand here until they are closed.',
  },
  unassigned: {
    empty: 'Nobody is waiting for an owner',
    hint: 'A new message stands here until somebody claims it.',
  },
  open: {
    empty: 'Nothing waits for your team',
    hint: 'Everything that waits for your team stands here, whoever has it.',
  },
  due: {
    empty: 'Nothing is due soon',
    hint: 'Conversations stand here from the point at which a promise is at risk until it is kept or broken.',
  },
  breached: {
    empty: 'No promise is broken',
    hint: 'Conversations with a broken promise stand here until it is fulfilled or they are closed.',
  },
  mentions: {
    empty: 'Nobody calls you in public',
    hint: 'Posts that name, answer or quote one of your accounts stand here until they are closed.',
  },
  mentioned: {
    empty: 'Nobody has named you',
    hint: 'Conversations in whose notes a colleague names you stand here until they are closed.',
  },
  waiting: {
    empty: 'No customer owes an answer',
    hint: 'What your team has answered stands here until the customer writes again.',
  },
  snoozed: {
    empty: 'Nothing is snoozed',
    hint: 'What was put off stands here until its time comes or the customer writes.',
  },
  review: {
    empty: 'Every reply arrived',
    hint: 'Replies that failed, or of which the network did not say whether they arrived, stand here.',
  },
  resolved: {
    empty: 'Nothing has been closed yet',
    hint: 'Closed conversations stand here. A new message opens one again.',
  },
  spam: {
    empty: 'No spam',
    hint: 'What somebody marked as spam stands here and can be taken back.',
  },
  all: {
    empty: 'No conversation yet',
    hint: 'Every conversation but spam stands here.',
  },
};

const others: Record<'team' | 'channel' | 'saved', Words> = {
  team: {
    empty: 'This team has nothing to do',
    hint: 'Conversations that are given to the team stand here until they are closed.',
  },
  channel: {
    empty: 'Nothing waits on this channel',
    hint: 'What people write to this account stands here until it is closed.',
  },
  saved: {
    empty: 'Nothing matches this view',
    hint: 'It is a search that was kept. Whatever matches it appears by itself.',
  },
};

function wordsFor(view: View): Words {
  const builtIn = builtInViews.find((known) => known === view);
  if (builtIn) return words[builtIn];
  if (view.startsWith('team-')) return others.team;
  return view.startsWith('channel-') ? others.channel : others.saved;
}
