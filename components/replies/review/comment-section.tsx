'use client';

import type { RefObject } from 'react';
import { useEffect, useId, useState } from 'react';
import { shortest } from '@/lib/domain/replies/reply';
import type { CommentView, VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Section } from '../../settings/page-frame';
import { useCan } from '../../shell/me';
import { Button } from '../../ui/button';
import { Since } from '../../ui/since';
import { commentOnVersionAction, resolveCommentAction } from '../actions';
import { useReplyChange } from '../use-reply-change';

/** What is said about a version, and about which of its words. */
export function CommentSection({
  version,
  words,
  mayComment,
}: {
  version: VersionView;
  mayComment: boolean;
  /** Where its words stand: what is selected there can be quoted. */
  words: RefObject<HTMLElement | null>;
}) {
  return (
    <Section id="comments" title="Comments">
      <div className="grid gap-3">
        {version.comments.length > 0 ? (
          <CommentList comments={version.comments} />
        ) : (
          <p className="text-ink-3">Nobody has said anything about this version.</p>
        )}
        {mayComment ? <CommentForm versionId={version.id} words={words} /> : null}
      </div>
    </Section>
  );
}

export function CommentList({ comments }: { comments: readonly CommentView[] }) {
  return (
    <ul className="rounded-md border border-line bg-panel">
      {comments.map((comment) => (
        <CommentLine key={comment.id} comment={comment} />
      ))}
    </ul>
  );
}

function CommentLine({ comment }: { comment: CommentView }) {
  const { id, member, body, quote, at, resolved } = comment;
  const mayResolve = useCan('reply.review');
  const { change, isPending, problem } = useReplyChange(resolveCommentAction);
  return (
    <li className="grid gap-1 border-line border-b px-3 py-2 last:border-b-0">
      {quote === '' ? null : (
        <blockquote
          dir="auto"
          className="border-line-strong border-l-2 pl-2 text-fact text-ink-3 [overflow-wrap:anywhere]"
        >
          {quote}
        </blockquote>
      )}
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {body}
      </p>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-fact text-ink-3">
        <span>
          <bdi>{member.name}</bdi>, <Since at={at} />
        </span>
        {resolved ? (
          <span>
            Settled by <bdi>{resolved.by}</bdi>
          </span>
        ) : null}
        {mayResolve ? (
          <Button
            tone="quiet"
            disabled={isPending}
            className="ml-auto"
            onClick={() => change({ commentId: id, resolved: resolved === null })}
          >
            {resolved ? 'Not settled' : 'Settle'}
          </Button>
        ) : null}
      </div>
      <Notice message={problem} />
    </li>
  );
}

function CommentForm({
  versionId,
  words,
}: {
  versionId: string;
  words: RefObject<HTMLElement | null>;
}) {
  const id = useId();
  const [body, setBody] = useState('');
  const [quote, setQuote] = useQuote(words);
  const { change, isPending, problem, fields } = useReplyChange(commentOnVersionAction, () => {
    setBody('');
    setQuote('');
  });
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        change({ versionId, body, quote });
      }}
    >
      <label htmlFor={id} className="font-strong text-ink-2">
        Comment
      </label>
      {quote === '' ? null : (
        <div className="flex items-start gap-2">
          <blockquote
            dir="auto"
            className="line-clamp-3 min-w-0 flex-1 border-line-strong border-l-2 pl-2 text-fact text-ink-2 [overflow-wrap:anywhere]"
          >
            {quote}
          </blockquote>
          <Button tone="quiet" onClick={() => setQuote('')}>
            Without the quote
          </Button>
        </div>
      )}
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={body}
        maxLength={shortest.comment}
        onChange={({ target }) => setBody(target.value)}
        aria-describedby={`${id}-hint`}
        className="field-sizing-content min-h-14 w-full resize-none rounded-sm border border-line-strong bg-paper px-2.5 py-1.5"
      />
      <p id={`${id}-hint`} className="text-fact text-ink-3">
        Select words above to quote them.
      </p>
      <Notice message={fields['body'] ?? problem} />
      <div>
        <Button type="submit" disabled={isPending || body.trim() === ''}>
          Comment
        </Button>
      </div>
    </form>
  );
}

/** What was last selected in the words; it stays while one writes about it. */
function useQuote(words: RefObject<HTMLElement | null>) {
  const [quote, setQuote] = useState('');
  useEffect(() => {
    function look() {
      const selection = document.getSelection();
      const box = words.current;
      if (!selection || !box || selection.isCollapsed) return;
      const inside = [selection.anchorNode, selection.focusNode].every((node) =>
        box.contains(node),
      );
      if (inside) setQuote(selection.toString().trim().slice(0, shortest.comment));
    }
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [words]);
  return [quote, setQuote] as const;
}
