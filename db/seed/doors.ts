import type { Door } from '@/lib/domain/permissions/x-rules';
import type { CastAccount } from '@/sandbox/cast';
import type { House } from './house';
import type { Rows } from './rows';
import { DAY_MS } from './standing';

/** For how many days each door has been as it is today. */
const openedDaysAgo: Record<CastAccount['key'], number> = { brand: 61, support: 33 };

/** When a door became what it is today. */
export function openedAt({ key }: Pick<CastAccount, 'key'>, now: Date): Date {
  return new Date(now.getTime() - openedDaysAgo[key] * DAY_MS);
}

/** What the spine remembers of the doors: closed when the account was connected, opened since. */
export function doorEvents(
  { workspaceId, memberId }: House,
  {
    accounts,
    channelOf,
    begun,
    now,
  }: {
    accounts: readonly CastAccount[];
    channelOf: ReadonlyMap<string, string>;
    begun: Date;
    now: Date;
  },
): Rows['events'] {
  const ada = memberId('Ada');
  return accounts.flatMap((account) => {
    const told = (at: Date, from: Door | null, to: Door, how: string) => ({
      workspaceId,
      type: 'channel.door' as const,
      channelId: channelOf.get(account.id) ?? null,
      memberId: ada,
      actorMemberId: ada,
      data: { from, to, how },
      at: at.toISOString(),
    });
    return [
      told(begun, null, 'nobody', 'recorded'),
      told(openedAt(account, now), 'nobody', account.door, 'switched'),
    ];
  });
}
