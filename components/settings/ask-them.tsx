import type { Permission } from '@/lib/domain/access/can';
import { holdersOf } from '@/lib/domain/access/can';

/** Says what this person cannot do here, which roles can, and whom to ask. */
export function AskThem({
  permission,
  to,
  names,
}: {
  permission: Permission;
  to: string;
  names: readonly string[];
}) {
  const holders = holdersOf(permission).map((role) => `${role}s`);
  return (
    <p className="rounded-sm bg-sunken px-2.5 py-2 text-ink-2">
      Only {listed(holders, 'and')} can {to}.
      {names.length > 0 ? (
        <>
          {' '}
          Ask <bdi>{listed(names, 'or')}</bdi>.
        </>
      ) : null}
    </p>
  );
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
