'use client';

import { useMemberNames } from '../inbox/members';
import { usePresenceOf } from '../live/presence';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';

/** Somebody else writes here at this moment: said before anything is sent twice. */
export function WritingToo({ conversationId, text }: { conversationId: string; text: string }) {
  const nameOf = useMemberNames();
  const writers = usePresenceOf(conversationId).filter(({ doing }) => doing === 'writing');
  if (writers.length === 0 || text === '') return null;
  const names = writers.map(({ memberId }) => nameOf(memberId));
  return (
    <p className="flex items-center gap-2 border-note-line border-b bg-amber-wash px-3 py-1.5 text-amber-ink text-fact">
      <Icon name="pen" size={13} className="shrink-0" />
      <span>
        <bdi>{names.join(' and ')}</bdi> {names.length > 1 ? 'are' : 'is'} writing here too.
      </span>
    </p>
  );
}

/** Words of one's own from another device that gave way to the ones here. */
export function SpareWords({
  spare,
  onSettle,
}: {
  spare: string;
  onSettle: (wanted: boolean) => void;
}) {
  if (spare === '') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1.5 text-fact text-ink-2">
      <p className="min-w-0 flex-1">
        You also wrote elsewhere: <bdi className="line-clamp-2">“{spare.slice(0, 300)}”</bdi>
      </p>
      <span className="flex gap-1">
        <Button onClick={() => onSettle(true)}>Put it in</Button>
        <Button tone="quiet" onClick={() => onSettle(false)}>
          Drop it
        </Button>
      </span>
    </div>
  );
}
