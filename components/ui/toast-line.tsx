'use client';

import { useEffect } from 'react';
import type { ShortcutName } from '../shell/shortcuts';
import { useShortcut } from '../shell/shortcuts';
import type { Undo } from '../shell/undo';
import { Button } from './button';

/** Something else that can be done about what a toast says; by keyboard from the palette as well. */
export type Also = { label: string; of: ShortcutName; run: () => unknown };
export type Toast = {
  id: number;
  text: string;
  grave: boolean;
  way: Undo['run'] | undefined;
  also: Also | undefined;
  back?: () => void;
};

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
