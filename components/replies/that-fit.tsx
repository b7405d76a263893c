'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { whyNotThere } from '@/lib/domain/replies/fit';
import { shelfOf } from '@/lib/domain/replies/rank';
import type { PickerReply, PickerSide } from '@/lib/queries/replies/views';
import { useCan } from '../shell/me';
import type { Conversation } from '../thread/conversation';
import { putInHere } from './picker/here';
import { usedOrSaid } from './picker/words';
import { pickerQuery, sideQuery } from './picker-queries';

const most = 3;

/** What was sent most for what is asked here. Nothing stands below it, so that nothing moves when it comes. */
export function ThatFit({ conversation: { id, kind } }: { conversation: Conversation }) {
  const { data: replies } = useQuery(pickerQuery);
  const { data: side } = useQuery(sideQuery(id));
  const mayReply = useCan('conversation.reply');
  const best = useMemo(
    () => (replies && side ? bestOf(replies, side, kind === 'public') : []),
    [replies, side, kind],
  );
  if (!side || !mayReply || best.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 font-strong text-fact text-ink-3">Approved replies that fit</h2>
      <ul className="-mx-2 grid gap-px">
        {best.map((reply) => (
          <li key={reply.id}>
            <button
              type="button"
              title="Put it into the reply"
              onClick={({ currentTarget }) => {
                // On a narrow screen it stands over the field.
                currentTarget.closest('dialog')?.close();
                putInHere(id, reply);
              }}
              className="block w-full rounded-sm px-2 py-1 text-left hover:bg-hover active:bg-sunken"
            >
              <bdi className="block truncate">{reply.title}</bdi>
              <span className="block truncate text-fact text-ink-3">
                {usedOrSaid(reply, side.intent, '')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function bestOf(replies: readonly PickerReply[], side: PickerSide, inPublic: boolean) {
  const { intent } = side;
  if (intent === null) return [];
  return shelfOf(replies, intent)
    .lines.map(({ reply }) => reply)
    .filter((reply) => (reply.sentFor[intent] ?? 0) > 0)
    .filter((reply) => whyNotThere(reply, { ...side, inPublic }) === null)
    .slice(0, most);
}
