'use client';

import { useQuery } from '@tanstack/react-query';
import type { ApprovalLine } from '@/lib/queries/replies/views';
import { RowClock } from '../clocks/row-clock';
import { useMe } from '../shell/me';
import { At } from '../ui/at';
import { SoftLink } from '../ui/soft-link';
import { ApprovalWords } from './approval-words';
import { Deciding } from './deciding';
import { approvalsQuery } from './queries';

/** Everything that waits to be let go, the longest first, each with what is promised to its customer. */
export function ApprovalQueue() {
  const { data: lines } = useQuery(approvalsQuery);
  if (lines === undefined) return <p className="text-ink-2">Reading what waits.</p>;
  if (lines.length === 0) {
    return (
      <p className="text-ink-2">
        Nothing waits. A reply comes here when its writer changed locked words of an approved reply
        and asks for it to go out all the same.
      </p>
    );
  }
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <Card key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Card({ line }: { line: ApprovalLine }) {
  const { conversation, channelHandle, author } = line;
  const { memberId } = useMe();
  return (
    <li className="rounded-lg border border-line bg-panel px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <RowClock row={conversation} />
        <SoftLink
          href={`/inbox/all/${conversation.id}`}
          className="min-w-0 font-strong underline-offset-2 hover:underline"
        >
          <bdi className="[overflow-wrap:anywhere]">{conversation.contactName}</bdi>
        </SoftLink>
        <span className="text-fact text-ink-2 tabular-nums">
          <RowClock row={conversation} asTime />
        </span>
        <span className="ml-auto text-fact text-ink-3">
          by <bdi>{author.name}</bdi> for <bdi>@{channelHandle}</bdi>, asked at{' '}
          <At at={line.askedAt} />
        </span>
      </div>
      <ApprovalWords approval={line} />
      <div className="mt-2.5">
        {author.id === memberId ? (
          <p className="text-fact text-ink-3">You wrote this. Somebody else lets it go.</p>
        ) : (
          <Deciding approval={line} />
        )}
      </div>
    </li>
  );
}
