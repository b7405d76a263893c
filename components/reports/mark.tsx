/** How much of all was kept: a line whose thin end is the broken part. The share stands beside it in words. */
export function KeptMark({ met, broken }: { met: number; broken: number }) {
  const all = met + broken;
  if (all === 0) return null;
  const kept = (met / all) * 72;
  return (
    <svg
      aria-hidden
      width={72}
      height={6}
      viewBox="0 0 72 6"
      className="inline-block max-sm:hidden"
    >
      <rect width={kept} height={6} className="fill-met" />
      <rect x={kept} y={2} width={72 - kept} height={2} className="fill-breach" />
    </svg>
  );
}

/** A figure that there is not. */
export function NoFigure() {
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
