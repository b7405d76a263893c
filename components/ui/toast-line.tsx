'use client';

import { useEffect } from 'react';
import { useShortcut } from '../shell/shortcuts';
import { Button } from './button';
import type { Also, Toast } from './toast';

const shownMs = 7_000;

/** What a toast says, and what can be done about it. */
export function ToastLine({
  toast: { id, text, grave, back, also },
  held,
  onEnd: end,
}: {
  toast: Toast;
  held: boolean;
  onEnd: (id: number) => void;
}) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => end(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, held, end]);

  return (
    <div
      data-grave={grave}
      className="pointer-events-auto flex animate-rise items-center gap-3 rounded-md border border-line-strong bg-panel py-1.5 pr-2 pl-3 shadow-float data-[grave=true]:text-breach"
    >
      <span className="min-h-7 min-w-0 py-1 wrap-anywhere">{text}</span>
      {also ? <Other also={also} onDone={() => end(id)} /> : null}
      {back ? (
        <Button
          tone="quiet"
          title="Undo (z)"
          onClick={() => {
            back();
            end(id);
          }}
        >
          Undo
        </Button>
      ) : null}
    </div>
  );
}

function Other({ also: { label, of, run }, onDone }: { also: Also; onDone: () => void }) {
  const go = () => {
    run();
    onDone();
  };
  useShortcut(of, go, { label, first: true });
  return (
    <Button tone="quiet" onClick={go}>
      {label}
    </Button>
  );
}
