import type { ReactNode } from 'react';

export type PaletteChoice = {
  /** The same from one day to the next: what was used lately is remembered by it. */
  id: string;
  label: string;
  /** What else it may be called. */
  words?: string;
  detail?: string;
  keys?: string;
  lead?: ReactNode;
  run: () => void;
};

export type PaletteGroup = { title: string; choices: readonly PaletteChoice[] };
