'use client';

import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { CommentList } from '../review/comment-section';
import { versionsIn } from './place';

/** What the reviewers of the version before asked for, where it is to be done. */
export function AskedFor({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const before = versionsIn(reply, version.language).find(({ number }) => number < version.number);
  const asked = before?.state === 'changes_requested' ? before : version;
  const reviews = asked.reviews.filter(({ decision }) => decision === 'changes_requested');
  const comments = asked.comments.filter(({ resolved }) => resolved === null);
  if (reviews.length + comments.length === 0) return null;
  return (
    <section aria-labelledby="asked-for" className="grid gap-2">
      <h3 id="asked-for" className="font-strong text-ink-2">
        Asked for in version {asked.number}
      </h3>
      {reviews.map(({ member, comment, at }) => (
        <p key={at} className="rounded-md bg-amber-wash px-3 py-2 [overflow-wrap:anywhere]">
          <bdi className="font-strong">{member.name}</bdi>: <bdi>{comment}</bdi>
        </p>
      ))}
      {comments.length > 0 ? <CommentList comments={comments} /> : null}
    </section>
  );
}
