'use client';

import { Users } from 'lucide-react';
import { useMemberNames } from '../inbox/members';
import { MessageText } from '../thread/message-text';
import { At } from '../ui/at';
import { Button } from '../ui/button';
import type { Unseen } from './refused';

/** Somebody was faster: their words, and the choice to send all the same. */
export function CollisionPanel({
  unseen,
  onSend,
  onKeep,
}: {
  unseen: readonly Unseen[];
  onSend: () => void;
  onKeep: () => void;
}) {
  const nameOf = useMemberNames();
  const writers = [...new Set(unseen.map(({ authorId }) => writerOf(authorId, nameOf)))];
  const allNotes = unseen.every(({ kind }) => kind === 'note');
  return (
    <section
      role="alert"
      aria-label="Someone wrote before you"
      className="animate-rise border-note-line border-b bg-amber-wash px-3 py-3"
    >
      <h2 className="flex items-center gap-2 font-strong text-amber-ink">
        <Users aria-hidden size={15} />
        {writers.join(' and ')} {allNotes ? 'left a note' : 'answered'} while you were writing
      </h2>
      <ul className="quiet-scroll mt-2 grid max-h-44 gap-2 overflow-y-auto">
        {unseen.map((message) => (
          <li key={message.id} className="rounded-md border border-line bg-panel px-3 py-2">
            <p className="text-fact text-ink-3">
              <bdi>{writerOf(message.authorId, nameOf)}</bdi>
              {message.kind === 'note' ? ', in a note' : ''}, <At at={message.at} />
            </p>
            <MessageText body={message.body} />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button onClick={onKeep}>Keep editing</Button>
        <Button tone="quiet" onClick={onSend}>
          Send anyway
        </Button>
        <span className="text-fact text-ink-2">Your draft is kept.</span>
      </div>
    </section>
  );
}

function writerOf(authorId: string | null, nameOf: (id: string | null) => string): string {
  return authorId === null ? 'Someone outside Porchlight' : nameOf(authorId);
}
