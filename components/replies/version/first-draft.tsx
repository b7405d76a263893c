'use client';

import type { ReplyDetail } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { useCan } from '../../shell/me';
import { Button } from '../../ui/button';
import { startVersionAction } from '../actions';
import { useReplyChange } from '../use-reply-change';
import { languageName } from '../words';
import { goToVersion } from './place';

/** Where there are no words at all, such as after the only draft was discarded. */
export function FirstDraft({ reply, language }: { reply: ReplyDetail; language: string }) {
  const mayWrite = useCan('reply.write');
  const { change, isPending, problem } = useReplyChange(startVersionAction, ({ versionId }) =>
    goToVersion(reply.id, versionId),
  );
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-ink-2">Nothing is written in {languageName(language)}.</p>
      <Notice message={problem} />
      {mayWrite && !reply.archived ? (
        <Button disabled={isPending} onClick={() => change({ replyId: reply.id, language })}>
          Begin a draft
        </Button>
      ) : null}
    </div>
  );
}
