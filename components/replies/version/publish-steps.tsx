'use client';

import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button } from '../../ui/button';
import { useClock } from '../../ui/clock';
import { publishVersionAction, unscheduleVersionAction } from '../actions';
import { fullMoment } from '../moment';
import { useReplyChange } from '../use-reply-change';
import { BeginDraft } from './begin-draft';
import { openIn, publishedIn } from './place';

/** Brings approved words into use: now, or by themselves when their time comes. */
export function PublishSteps({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const { now, zone } = useClock();
  const publishing = useReplyChange(publishVersionAction);
  const unscheduling = useReplyChange(unscheduleVersionAction);
  const published = publishedIn(reply, version.language);
  const isPending = publishing.isPending || unscheduling.isPending;
  const { validFrom } = version;
  const isAhead = validFrom !== null && Date.parse(validFrom) > now;
  if (published && published.number > version.number) {
    return (
      <div className="grid gap-2">
        <p className="text-ink-2">
          Version {published.number} is in use, which is newer. What this one says can begin a new
          draft.
        </p>
        <BeginDraft reply={reply} version={version} open={openIn(reply, version.language)} />
      </div>
    );
  }
  const replaces = published ? ` It takes the place of version ${published.number}.` : '';
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        {version.scheduled && validFrom
          ? `It comes into use by itself on ${fullMoment(validFrom, zone)}.${replaces}`
          : `Its reviewers agreed to exactly these words.${replaces}`}
      </p>
      <Notice message={publishing.problem ?? unscheduling.problem} />
      <BeginDraft
        reply={reply}
        version={version}
        open={openIn(reply, version.language)}
        first={
          version.scheduled ? (
            <Button
              disabled={isPending}
              onClick={() => unscheduling.change({ versionId: version.id })}
            >
              Take it off the schedule
            </Button>
          ) : (
            <Button
              tone="go"
              disabled={isPending}
              onClick={() => publishing.change({ versionId: version.id })}
            >
              {isAhead ? `Schedule for ${fullMoment(validFrom, zone)}` : 'Publish now'}
            </Button>
          )
        }
      />
    </div>
  );
}
