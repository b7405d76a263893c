'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { lazy, useRef, useState } from 'react';
import type { BoardCard, BoardMember } from '@/lib/queries/board/views';
import { MemberNames } from '../inbox/members';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import { useClock } from '../ui/clock';
import { clockTime } from '../ui/time';
import { useDragged } from '../ui/use-dragged';
import type { Part } from './board-head';
import { BoardHead } from './board-head';
import { useGive } from './give';
import { GivePicker } from './give-picker';
import { useGlide } from './glide';
import type { Hands } from './hands';
import { HandsContext } from './hands';
import { MemberPanel } from './member-panel';
import { PlanSheet } from './plan-sheet';
import { boardQuery } from './queries';
import { Queue } from './queue';
import { focusCard, focusedCard, neighbourOf, stepFrom } from './steps';

const WhySheet = lazy(() =>
  import('../routing/why-sheet').then((loaded) => ({ default: loaded.WhySheet })),
);

type Asking = { card: BoardCard; anchor: HTMLElement };
/** What is planned: whose work is handed out (`nobody` has some too), or null for evening out. */
type Planning = { from: string | null; name: string };

/** The board of leads: who is how busy, what waits to be given out, and the ways to give it. */
export function Board({ teamId }: { teamId: string | null }) {
  const query = useQuery(boardQuery(teamId));
  const root = useRef<HTMLElement>(null);
  const [part, setPart] = useState<Part>('queue');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [planning, setPlanning] = useState<Planning | null>(null);
  const [explained, setExplained] = useState<BoardCard | null>(null);
  const hands = useCardHands(teamId, { ask: setAsking, explain: setExplained });
  useGlide(root);
  useKeys(root, hands);
  const { data } = query;
  const members = data?.members ?? [];
  const cards = data?.queue.cards ?? [];
  return (
    <HandsContext value={hands}>
      <main ref={root} className="flex h-full flex-col" aria-label="Board">
        <BoardHead
          teamId={teamId}
          part={part}
          counts={{ queue: data?.queue.total ?? 0, people: members.length }}
          onPart={setPart}
          onEven={hands.able ? () => setPlanning({ from: null, name: '' }) : null}
        />
        {query.isPaused || query.isRefetchError ? <AsOf at={query.dataUpdatedAt} /> : null}
        <div className="grid min-h-0 flex-1 pane:grid-cols-[minmax(260px,360px)_minmax(0,1fr)]">
          <div
            className={clsx(
              'quiet-scroll min-h-0 overflow-y-auto border-line pane:border-r',
              part !== 'queue' && 'max-pane:hidden',
            )}
          >
            <Queue
              queue={{ cards, total: data?.queue.total ?? 0 }}
              onHandOut={() => setPlanning({ from: 'nobody', name: 'what nobody has' })}
            />
          </div>
          <People
            members={members}
            hidden={part !== 'people'}
            onHandOut={({ id, name }) => setPlanning({ from: id, name })}
          />
        </div>
        {asking ? (
          <GivePicker
            card={asking.card}
            anchor={asking.anchor}
            members={members}
            onGive={(to) => giveAndGoOn(hands, asking.card, to)}
            onClose={() => setAsking(null)}
          />
        ) : null}
        {explained ? (
          <Late>
            <MemberNames>
              <WhySheet conversation={explained} onClose={() => setExplained(null)} />
            </MemberNames>
          </Late>
        ) : null}
        {planning ? (
          <PlanSheet teamId={teamId} {...planning} onClose={() => setPlanning(null)} />
        ) : null}
      </main>
    </HandsContext>
  );
}

function useCardHands(
  teamId: string | null,
  on: { ask: (asking: Asking) => void; explain: (card: BoardCard) => void },
): Hands {
  const able = useCan('conversation.assign');
  const give = useGive(teamId);
  const [dragged, drag] = useDragged<BoardCard>();
  return {
    teamId,
    able,
    dragged,
    drag,
    give: (card, to) => void give(card, to),
    ask: (card, anchor) => on.ask({ card, anchor }),
    explain: on.explain,
  };
}

/** The focus goes on to the card beside it, once the picker has given it back. */
function giveAndGoOn({ give }: Hands, card: BoardCard, to: string | null) {
  const next = neighbourOf(card.id);
  give(card, to);
  if (next !== null) setTimeout(() => focusCard(next), 0);
}

function useKeys(root: React.RefObject<HTMLElement | null>, { able }: Hands) {
  function step(key: string) {
    const list = document.activeElement?.closest('[data-card-list]');
    if (list) stepFrom(list, key);
    else root.current?.querySelector<HTMLElement>('[data-card] > a[tabindex="0"]')?.focus();
  }
  function give() {
    const id = focusedCard();
    if (id === null) return;
    root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] button`)?.click();
  }
  useShortcut('next', () => step('ArrowDown'), { label: 'Next card' });
  useShortcut('previous', () => step('ArrowUp'), { label: 'Previous card' });
  useShortcut('assign', able ? give : null, { label: 'Give the card to…' });
}

function People({
  members,
  hidden,
  onHandOut,
}: {
  members: readonly BoardMember[];
  hidden: boolean;
  onHandOut: (member: BoardMember) => void;
}) {
  return (
    <section
      aria-labelledby="board-people"
      className={clsx(
        'quiet-scroll min-h-0 overflow-y-auto bg-sunken p-3',
        hidden && 'max-pane:hidden',
      )}
    >
      <h2
        id="board-people"
        className="flex h-8 items-center font-title text-title max-pane:sr-only"
      >
        People
      </h2>
      <div className="grid pane:mt-2 grid-cols-[repeat(auto-fill,minmax(min(100%,260px),1fr))] items-start gap-3">
        {members.map((member) => (
          <MemberPanel key={member.id} member={member} onHandOut={() => onHandOut(member)} />
        ))}
      </div>
      {members.length === 0 ? <p className="text-ink-2">Nobody is in this team yet.</p> : null}
    </section>
  );
}

function AsOf({ at }: { at: number }) {
  const { zone } = useClock();
  return (
    <p role="status" className="bg-sunken px-4 py-1.5 text-center text-fact text-ink-2">
      Not up to date: this is how it stood at {clockTime(new Date(at).toISOString(), zone)}.
    </p>
  );
}
