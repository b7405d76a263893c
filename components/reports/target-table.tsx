import type { PromisesAsked } from '@/lib/domain/reports/promises';
import { formatOpenTime } from '@/lib/domain/sla/duration';
import type { TargetLine } from '@/lib/queries/reports/target-list';
import { priorityNames } from '../thread/priority-names';
import { ConversationLink } from './conversation-link';
import { NoFigure } from './mark';
import { MomentIn } from './moment';
import { Column, Wide } from './table';

/** The promises behind a number, each with the way to its conversation. */
export function TargetTable({
  asked: { zone },
  lines,
}: {
  asked: PromisesAsked;
  lines: readonly TargetLine[];
}) {
  return (
    <Wide label="Promises">
      <table className="w-full border-collapse">
        <caption className="sr-only">The promises that are counted</caption>
        <thead>
          <tr className="border-line-strong border-b">
            <Column first name="Conversation" />
            <Column name="By how much" />
            <Column name="Started" />
            <Column name="Due" />
            <Column name="Ended" />
            <Column name="Promised" />
            <Column name="Took" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} zone={zone} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const cell = 'whitespace-nowrap py-2 pl-5 max-sm:pl-3 text-right tabular-nums';

function Line({ line, zone }: { line: TargetLine; zone: string }) {
  const { conversationId, contact, channel, team, member, priority } = line;
  const { startedAt, dueAt, endedAt, seconds, elapsedSeconds } = line;
  return (
    <tr className="border-line border-b align-top last:border-b-0">
      <th scope="row" className="min-w-40 py-2 text-left font-normal">
        <ConversationLink id={conversationId} contact={contact} />
        <span className="block text-fact text-ink-3">
          <bdi>@{channel}</bdi>, <bdi>{member ?? 'nobody'}</bdi>
          {team === null ? null : (
            <>
              , <bdi>{team}</bdi>
            </>
          )}
          , {priorityNames[priority].toLowerCase()}
        </span>
      </th>
      <td className={cell}>{byHowMuch(line)}</td>
      <td className={cell}>
        <MomentIn zone={zone} at={startedAt} />
      </td>
      <td className={cell}>{dueAt === null ? 'paused' : <MomentIn zone={zone} at={dueAt} />}</td>
      <td className={cell}>
        {endedAt === null ? 'not yet' : <MomentIn zone={zone} at={endedAt} />}
      </td>
      <td className={cell}>{formatOpenTime(seconds)}</td>
      <td className={cell}>
        {elapsedSeconds === null ? <NoFigure /> : formatOpenTime(elapsedSeconds)}
      </td>
    </tr>
  );
}

/** "26 m early", "34 m late". */
function byHowMuch({ outcome, seconds, elapsedSeconds }: TargetLine): string {
  if (outcome === 'void') return 'void';
  if (outcome === 'running') return 'still running';
  if (elapsedSeconds === null) return 'broken, not ended';
  const over = elapsedSeconds - seconds;
  return over > 0 ? `${formatOpenTime(over)} late` : `${formatOpenTime(-over)} early`;
}
