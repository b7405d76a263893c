'use client';

import type { VolumeAsked } from '@/lib/domain/reports/volume';
import { Choose, TimeChoice } from './choose';
import { volumePath } from './paths';

/** What the report of volume is about; each choice is an address. */
export function VolumeChoice({
  asked,
  zones,
  channels,
}: {
  asked: VolumeAsked;
  zones: readonly string[];
  channels: readonly { id: string; name: string }[];
}) {
  return (
    <TimeChoice asked={asked} zones={zones} pathOf={(time) => volumePath({ ...asked, ...time })}>
      <Choose
        label="Channel"
        value={asked.channel ?? ''}
        options={[['', 'All'], ...channels.map(({ id, name }) => [id, name] as const)]}
        pathOf={(value) => volumePath({ ...asked, channel: value === '' ? null : value })}
      />
    </TimeChoice>
  );
}
