'use client';

import type { UsageAsked } from '@/lib/domain/replies/usage';
import { usageDays } from '@/lib/domain/replies/usage';
import { Choose } from '../../reports/choose';
import { DaysChoice } from './days-choice';
import { usagePath } from './paths';

/** Over which days and on which channel the use of replies is told. */
export function UsageChoice({
  asked,
  channels,
}: {
  asked: UsageAsked;
  channels: readonly { id: string; handle: string }[];
}) {
  const names = channels.map(({ id, handle }) => [id, `@${handle}`] as const);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <DaysChoice
        days={asked.days}
        pathOf={Object.fromEntries(
          usageDays.map((days) => [days, usagePath({ ...asked, days })] as const),
        )}
      />
      <Choose
        label="Channel"
        value={asked.channel ?? ''}
        options={[['', 'All'], ...names]}
        pathOf={(value) => usagePath({ ...asked, channel: value === '' ? null : value })}
      />
    </div>
  );
}
