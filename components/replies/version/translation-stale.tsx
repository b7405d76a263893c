'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, useTransition } from 'react';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Button } from '../../ui/button';
import type { DraftKeeper } from './draft-keeper';
import { StaleNotice } from './stale-notice';
import { confirmCurrent } from './use-kept-draft';

/** Of a translation that is being written: what changed in its source, and the way to say that it is in it. */
export function TranslationStale({
  reply,
  version,
  keeper,
}: {
  reply: ReplyDetail;
  version: VersionView;
  keeper: DraftKeeper;
}) {
  const client = useQueryClient();
  const [isPending, start] = useTransition();
  const [failed, setFailed] = useState(false);
  return (
    <StaleNotice reply={reply} version={version}>
      <Button
        disabled={isPending}
        className="text-ink"
        onClick={() =>
          start(async () => {
            setFailed(!(await confirmCurrent(keeper, version.id)));
            await client.invalidateQueries({ queryKey: ['replies'] });
          })
        }
      >
        It says what the source says now
      </Button>
      {failed ? (
        <span role="alert" className="self-center">
          That could not be kept. See below what is not saved.
        </span>
      ) : null}
    </StaleNotice>
  );
}
