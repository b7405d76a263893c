'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import { listWidth, widthByKey } from './layout';

/** The edge between list and conversation: dragged, or moved by arrow keys; pressed twice it goes back. */
export function ListEdge({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const grip = useRef<{ x: number; width: number } | null>(null);

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  }

  function onPointerMove(event: PointerEvent) {
    const start = grip.current;
    if (start) onWidth(start.width + event.clientX - start.x);
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = widthByKey(event.key, width, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between texts cannot be moved; this edge can
    <div
      role="separator"
      aria-label="Width of the list"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={listWidth.min}
      aria-valuemax={listWidth.max}
      aria-valuetext={`${width} pixels`}
      tabIndex={0}
      title="Drag to change the width; press twice for the usual one"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
      onDoubleClick={() => onWidth(listWidth.usual)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-[3px] before:w-0.5 before:bg-transparent before:transition-colors hover:before:bg-line-strong focus-visible:outline-none focus-visible:before:bg-focus active:before:bg-focus max-pane:hidden"
    />
  );
}
