'use client';

import { useId, useState } from 'react';
import { can } from '@/lib/domain/access/can';
import type { MemberRow } from '@/lib/queries/members/list-members';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { removeMemberAction } from './actions';
import { useChange } from './use-change';

/** What happens to a member who is removed and to what they hold, before it happens. */
export function Leaving({
  member,
  colleagues,
  onStay,
}: {
  member: MemberRow;
  colleagues: readonly MemberRow[];
  onStay: () => void;
}) {
  const { id, name, holds } = member;
  const { change, isPending, problem } = useChange(removeMemberAction, onStay);
  const [handTo, setHandTo] = useState('');
  const selectId = useId();
  const takers = colleagues.filter((each) => each.id !== id && can(each, 'conversation.reply'));
  return (
    <div className="grid gap-3">
      <p>
        <bdi>{name}</bdi> loses access at once, and leaves every team. What they wrote stays. They
        can be invited again, but what they held does not come back by itself.
      </p>
      {holds > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={selectId}>
            {holds === 1 ? 'The conversation' : `The ${holds} conversations`} they hold
          </label>
          <select
            id={selectId}
            value={handTo}
            onChange={({ target }) => setHandTo(target.value)}
            className="h-8 max-w-full rounded-sm border border-line-strong bg-panel px-2"
          >
            <option value="">go back to everyone</option>
            {takers.map((taker) => (
              <option key={taker.id} value={taker.id}>
                go to {taker.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          tone="grave"
          disabled={isPending}
          onClick={() => change({ memberId: id, handTo: handTo === '' ? null : handTo })}
        >
          Remove {name}
        </Button>
        <Button onClick={onStay}>Keep</Button>
      </div>
      <Notice message={problem} />
    </div>
  );
}
