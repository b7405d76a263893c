/** Where the picker stands: nothing below it moves. */
export const overTheField =
  'absolute inset-x-2 bottom-full z-20 mb-1 grid overflow-hidden rounded-lg border border-line-strong bg-panel shadow-float';
