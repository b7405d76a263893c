'use client';

import type { ReactNode } from 'react';
import { Component, Suspense } from 'react';
import { noticeOldBuild } from '../live/new-build';

type Props = { children: ReactNode };

/** For parts that are loaded when they are wanted: what cannot be drawn is left out and takes nothing with it. */
export function Late({ children }: Props) {
  return (
    <Contained>
      <Suspense>{children}</Suspense>
    </Contained>
  );
}

class Contained extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    noticeOldBuild(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
