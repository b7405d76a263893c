'use client';

import { useEffect, useRef } from 'react';
import type { View } from '@/lib/domain/conversation/view';
import { useMe } from '../shell/me';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { whenClosed } from '../ui/when-closed';
import { ViewsList } from './views-list';

/** The views over the list, where there is no room beside it. */
export function ViewsDrawer({ current, onClose }: { current: View; onClose: () => void }) {
  const { workspace } = useMe();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label="Views"
      onClose={whenClosed(onClose)}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="quiet-scroll m-0 h-dvh max-h-none w-[min(280px,85vw)] animate-slide overflow-y-auto border-line-strong border-r bg-paper p-0 text-ink shadow-float"
    >
      <div className="px-2 py-2">
        <div className="flex h-8 items-center gap-2 pl-2">
          <p className="min-w-0 flex-1 truncate font-title">{workspace.name}</p>
          <IconButton label="Close the views" onClick={onClose}>
            <Icon name="close" size={16} />
          </IconButton>
        </div>
        <nav aria-label="Views">
          <ViewsList current={current} onChosen={onClose} />
        </nav>
      </div>
    </dialog>
  );
}
