import type { IntentCoverage } from '@/lib/domain/replies/coverage';
import { counted } from '../../reports/promise-words';
import { Column, Wide } from '../../reports/table';
import { share } from '../../reports/words';
import { intentWords } from '../../triage/intent-words';
import { SoftLink } from '../../ui/soft-link';

const cell = 'whitespace-nowrap py-2 pl-5 text-right align-top tabular-nums max-sm:pl-3';
const mostShown = 3;

/** The common intents, those without any approved reply first. */
export function CoverageTable({ lines }: { lines: readonly IntentCoverage[] }) {
  return (
    <Wide label="Coverage of each">
      <table className="w-full border-collapse">
        <caption className="sr-only">
          What people write about, and how often an approved reply was used for it
        </caption>
        <thead>
          <tr className="border-line-strong border-b">
            <Column first name="About" />
            <Column name="With a reply" means="approved" />
            <Column name="Answered" means="by a person" />
            <Column name="Messages" />
            <th scope="col" className="py-1.5 pl-8 text-left align-bottom font-strong text-ink-2">
              Replies used for it
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.intent} line={line} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Line({ line }: { line: IntentCoverage }) {
  const { intent, messages, answered, withReply } = line;
  const { name, about } = intentWords[intent];
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="min-w-24 py-2 sm:min-w-36 text-left align-top font-strong">
        {name}
        <span className="block font-normal text-fact text-ink-3">{about}</span>
      </th>
      <td className={cell}>
        {withReply === 0 ? (
          <span className="rounded-sm bg-amber-wash px-1.5 text-amber-ink">none</span>
        ) : (
          <>
            {share(withReply, answered)}
            <span className="block text-fact text-ink-3">
              {counted(withReply)} of {counted(answered)}
            </span>
          </>
        )}
      </td>
      <td className={cell}>{counted(answered)}</td>
      <td className={cell}>{counted(messages)}</td>
      <td className="min-w-52 py-2 pl-8 align-top">
        <Replies replies={line.replies} wasUsed={withReply > 0} />
      </td>
    </tr>
  );
}

type RepliesProps = { replies: IntentCoverage['replies']; wasUsed: boolean };

function Replies({ replies, wasUsed }: RepliesProps) {
  if (replies.length === 0) {
    return (
      <span className="text-ink-3">{wasUsed ? 'Those are not in use any more.' : 'None yet.'}</span>
    );
  }
  const more = replies.length - mostShown;
  return (
    <ul>
      {replies.slice(0, mostShown).map(({ id, title, used }) => (
        <li key={id}>
          <SoftLink
            href={`/replies/${id}`}
            className="underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-ink"
          >
            <bdi>{title}</bdi>
          </SoftLink>{' '}
          <span className="text-fact text-ink-3 tabular-nums">{counted(used)}×</span>
        </li>
      ))}
      {more > 0 ? <li className="text-fact text-ink-3">and {more} more</li> : null}
    </ul>
  );
}
