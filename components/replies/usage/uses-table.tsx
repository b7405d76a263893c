import type { UseLine } from '@/lib/queries/replies/use-list';
import { ConversationLink } from '../../reports/conversation-link';
import { MomentIn } from '../../reports/moment';
import { Column, Wide } from '../../reports/table';
import { versionWords } from './version-words';

const cell = 'whitespace-nowrap py-2 pl-5 text-right align-top tabular-nums max-sm:pl-3';

/** The uses behind a line, each with the way to its conversation. */
export function UsesTable({ lines, zone }: { lines: readonly UseLine[]; zone: string }) {
  return (
    <Wide label="Conversations">
      <table className="w-full border-collapse">
        <caption className="sr-only">The conversations in which it was used</caption>
        <thead>
          <tr className="border-line-strong border-b">
            <Column first name="Conversation" />
            <th scope="col" className="py-1.5 pl-5 text-left align-bottom font-strong text-ink-2">
              Reply
            </th>
            <Column name="Used" />
            <Column name="Changed" />
            <Column name="What followed" />
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

function Line({ line, zone }: { line: UseLine; zone: string }) {
  const { conversationId, contact, channel, member, reply, sentAt, insertedAt } = line;
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="min-w-40 py-2 text-left align-top font-normal">
        <ConversationLink id={conversationId} contact={contact} />
        <span className="block text-fact text-ink-3">
          <bdi>@{channel}</bdi>
        </span>
      </th>
      <td className="min-w-40 py-2 pl-5 align-top">
        <bdi className="[overflow-wrap:anywhere]">{reply.title}</bdi>
        <span className="block text-fact text-ink-3">{versionWords(reply)}</span>
      </td>
      <td className={cell}>
        <MomentIn zone={zone} at={sentAt ?? insertedAt} />
        <span className="block text-fact text-ink-3">
          {stateWords[line.state]} by <bdi>{member}</bdi>
        </span>
      </td>
      <td className={cell}>{editedWords(line)}</td>
      <td className={cell}>
        {followedWords(line).map((words) => (
          <span key={words} className="block">
            {words}
          </span>
        ))}
      </td>
    </tr>
  );
}

const stateWords = {
  sent: 'sent',
  inserted: 'inserted',
  stopped: 'did not leave, sent',
  asked: 'waits for approval, asked',
  removed: 'taken out again',
} as const satisfies Record<UseLine['state'], string>;

function editedWords({ state, edited }: UseLine): string {
  if (state !== 'sent') return '–';
  return edited === null || edited === 0 ? 'no' : `${edited} %`;
}

function followedWords(line: UseLine): string[] {
  if (line.state !== 'sent') return ['not sent'];
  const { againHours, reopened, resolved, is24, is72 } = line;
  const words = [
    ...(againHours === null ? [] : [againWords(againHours)]),
    ...(reopened ? ['reopened'] : []),
    ...(resolved ? [is72 ? 'resolved' : 'resolved so far'] : []),
  ];
  if (words.length > 0) return words;
  if (!is24) return ['too early to say'];
  return [is72 ? 'nothing within 72 h' : 'nothing within 24 h'];
}

function againWords(hours: number): string {
  return hours === 0 ? 'wrote again within the hour' : `wrote again after ${hours} h`;
}
