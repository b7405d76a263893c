import { Face } from '../ui/face';
import { StandingDot } from './standing-dot';
import type { Standees } from './use-attendance';

/** A colleague, and how they stand. */
export function StandingFace({
  id,
  name,
  attendance: { of },
}: {
  id: string;
  name: string;
  attendance: Standees;
}) {
  const kind = of?.(id)?.standing.kind;
  return (
    <span className="relative">
      <Face id={id} name={name} size="small" />
      {kind ? (
        <span className="absolute -right-1 -bottom-1 grid rounded-full bg-panel p-px">
          <StandingDot kind={kind} className="size-2" />
        </span>
      ) : null}
    </span>
  );
}
