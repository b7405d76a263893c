import { loadWords } from './words';

/** How full somebody is. What is over their capacity is said in colour and in words. */
export function LoadBar({
  name,
  load,
  capacity,
}: {
  name: string;
  load: number;
  capacity: number;
}) {
  const over = load > capacity;
  const share = capacity > 0 ? Math.min(1, load / capacity) : Number(load > 0);
  return (
    <span className="flex items-center gap-2 text-fact tabular-nums">
      <span
        role="img"
        aria-label={`Load of ${name}: ${loadWords({ load, capacity })}${over ? ', more than their capacity' : ''}`}
        className="min-w-0 flex-1"
      >
        <svg
          aria-hidden
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          className={`block h-1.5 w-full overflow-hidden rounded-full bg-sunken ${over ? 'text-breach' : 'text-ink-2'}`}
        >
          <rect width={100 * share} height="6" fill="currentColor" />
        </svg>
      </span>
      <span aria-hidden className={over ? 'font-strong text-breach' : 'text-ink-2'}>
        {loadWords({ load, capacity })}
      </span>
    </span>
  );
}
