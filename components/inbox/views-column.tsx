'use client';

import type { View } from '@/lib/domain/conversation/view';
import { useMe } from '../shell/me';
import { ViewsList } from './views-list';

/** The views at the side of a wide screen, unless they were put away. */
export function ViewsColumn({ current, className }: { current: View; className: string }) {
  const { workspace } = useMe();
  return (
    <nav aria-label="Views" className={className}>
      <p className="truncate px-2 pt-0.5 pb-2.5 font-title">{workspace.name}</p>
      <ViewsList current={current} />
    </nav>
  );
}
