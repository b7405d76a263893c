import type { SyntheticEvent } from 'react';

/**
 * Hears that a native dialog was closed. It is told of that a moment later: one that was opened again meanwhile, as
 * development does with every effect, is not closed.
 */
export function whenClosed(onClose: () => void) {
  return ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
    if (!currentTarget.open) onClose();
  };
}
