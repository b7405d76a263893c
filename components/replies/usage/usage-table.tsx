import { clsx } from 'clsx';
import type { UsageAsked, UsageSort } from '@/lib/domain/replies/usage';
import type { ReplyUsage, VersionUsage } from '@/lib/queries/replies/usage';
import { Wide } from '../../reports/table';
import { SoftLink } from '../../ui/soft-link';
import { StateMark } from '../state-mark';
import { Figures } from './figures';
import { usagePath, usesPath } from './paths';
import { versionWords } from './version-words';

const columns: readonly { sort: UsageSort; name: string; means: string }[] = [
  { sort: 'sent', name: 'Sent', means: 'of inserted' },
  { sort: 'changed', name: 'Changed', means: 'before sending' },
  { sort: 'again24', name: 'Wrote again', means: 'within 24 h' },
  { sort: 'again72', name: 'Wrote again', means: 'within 72 h' },
  { sort: 'reopened', name: 'Reopened', means: 'within 72 h' },
  { sort: 'resolved', name: 'Resolved', means: 'after 72 h' },
];

/** How each reply was used and what followed; below it its versions, where it has more than one. */
export function UsageTable({
  asked,
  replies,
}: {
  asked: UsageAsked;
  replies: readonly ReplyUsage[];
}) {
  return (
    <Wide label="Use of each reply">
      <table className="w-full border-collapse">
        <caption className="sr-only">How each reply was used, and what followed</caption>
        <thead>
          <tr className="border-line-strong border-b">
            <th scope="col" className="py-1.5 text-left align-bottom font-strong text-ink-2">
              Reply
            </th>
            {columns.map((column) => (
              <SortedBy key={column.sort} asked={asked} {...column} />
            ))}
          </tr>
        </thead>
        {replies.map((reply) => (
          <tbody key={reply.replyId} className="border-line border-b last:border-b-0">
            <ReplyRow asked={asked} reply={reply} />
            {reply.versions.length < 2
              ? null
              : reply.versions.map((version) => (
                  <VersionRow
                    key={version.versionId}
                    asked={asked}
                    reply={reply}
                    version={version}
                  />
                ))}
          </tbody>
        ))}
      </table>
    </Wide>
  );
}

type SortedProps = { asked: UsageAsked; sort: UsageSort; name: string; means: string };

function SortedBy({ asked, sort, name, means }: SortedProps) {
  const isSorted = asked.sort === sort;
  return (
    <th
      scope="col"
      {...(isSorted ? { 'aria-sort': 'descending' as const } : {})}
      className="py-1.5 pl-5 text-right align-bottom font-normal max-sm:pl-3"
    >
      <SoftLink
        href={usagePath({ ...asked, sort })}
        title={`The most first: ${name.toLowerCase()} ${means}`}
        className={clsx(
          'inline-block min-h-6 whitespace-nowrap font-strong hover:text-ink',
          isSorted ? 'text-ink' : 'text-ink-2',
        )}
      >
        <span aria-hidden className={clsx('mr-1', isSorted ? '' : 'invisible')}>
          ↓
        </span>
        {name}
        <span className="block font-normal text-fact text-ink-3">{means}</span>
      </SoftLink>
    </th>
  );
}

function ReplyRow({ asked, reply }: { asked: UsageAsked; reply: ReplyUsage }) {
  const { replyId, key, title, versions } = reply;
  const [only] = versions;
  return (
    <tr>
      <th scope="row" className="min-w-44 py-2 text-left align-top font-normal">
        <SoftLink
          href={usesPath({ ...asked, replyId, versionId: null, after: null })}
          className="inline-block min-h-6 underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-ink"
        >
          <bdi>{title}</bdi>
        </SoftLink>
        <span className="block text-fact text-ink-3">
          /{key}
          {only && versions.length === 1 ? <>, {versionWords(only)}</> : null}
        </span>
      </th>
      <Figures usage={reply} />
    </tr>
  );
}

type VersionProps = { asked: UsageAsked; reply: ReplyUsage; version: VersionUsage };

function VersionRow({ asked, reply: { replyId, title }, version }: VersionProps) {
  const { versionId, state } = version;
  const words = versionWords(version);
  return (
    <tr className="text-ink-2">
      <th scope="row" className="py-1.5 pl-4 text-left align-top font-normal">
        <SoftLink
          href={usesPath({ ...asked, replyId, versionId, after: null })}
          aria-label={`${title}, ${words}`}
          className="inline-block min-h-6 hover:text-ink hover:underline"
        >
          {words}
        </SoftLink>{' '}
        <StateMark state={state} />
      </th>
      <Figures usage={version} />
    </tr>
  );
}
