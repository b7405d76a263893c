import { Part } from '../../reports/table';
import { SoftLink } from '../../ui/soft-link';

type Reply = { replyId: string; key: string; title: string };

/** What agents could use and did not: to be called otherwise, or to be retired. */
export function Unused({ replies }: { replies: readonly Reply[] }) {
  if (replies.length === 0) return null;
  return (
    <Part id="unused" title="In use, and not used in this time">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {replies.map(({ replyId, key, title }) => (
          <li key={replyId} className="min-w-0">
            <SoftLink
              href={`/replies/${replyId}`}
              className="inline-block min-h-6 underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-ink"
            >
              <bdi>{title}</bdi>
            </SoftLink>{' '}
            <span className="text-fact text-ink-3">/{key}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
