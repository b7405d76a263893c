import type { NotificationKind } from '@/lib/domain/notifications/kinds';
import { hashOf, seeded } from '@/sandbox/seeded';
import type { notifications } from '../schema/notifications';
import type { House } from './house';
import type { Laid } from './laid';
import { DAY_MS, HOUR_MS } from './standing';
import type { FirstName, Seated } from './team';

type Notice = {
  to: FirstName;
  kind: NotificationKind;
  at: Date;
  laid?: Laid;
  by?: FirstName;
  times?: number;
};

const MOST_EACH = 24;

/** What each member was told of in the last days; what is new of it they have not looked at yet. */
export function noticesOf(
  house: House,
  laid: readonly Laid[],
  now: Date,
): (typeof notifications.$inferInsert)[] {
  const since = now.getTime() - 6 * DAY_MS;
  const all = [...laid.flatMap(noticesAbout), ...newsFromTheHouse(now)].filter(
    ({ at }) => at.getTime() > since,
  );
  return house.seated.flatMap((member) =>
    all
      .filter(({ to }) => to === member.first)
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, MOST_EACH)
      .map((notice) => noticeRow(house, { notice, member, now })),
  );
}

function noticesAbout(laid: Laid): Notice[] {
  return [...mentionsIn(laid), ...handovers(laid), ...replies(laid), ...troubles(laid)];
}

const firstNames = ['Priya', 'Mo', 'Lena', 'Jack', 'Sunniva', 'Ada'] as const satisfies FirstName[];

function mentionsIn(laid: Laid): Notice[] {
  return laid.messages.flatMap(({ kind, body, author, at }) => {
    if (kind !== 'note' || author === null) return [];
    const named = firstNames.filter(
      (first) => first !== author && new RegExp(`@${first}\\b`).test(body),
    );
    return named.map((to): Notice => ({ to, kind: 'mentioned', at, laid, by: author }));
  });
}

function handovers(laid: Laid): Notice[] {
  return laid.facts.flatMap(({ type, to, by, at }) =>
    type === 'conversation.assigned' && to && to !== by
      ? [{ to, kind: 'assigned' as const, at, laid, by }]
      : [],
  );
}

/** The customer's newest lines after an answer, for whoever holds it. */
function replies(laid: Laid): Notice[] {
  const { owner, messages } = laid;
  const said = messages.filter(({ kind }) => kind !== 'note');
  const answered = said.findLastIndex(({ kind }) => kind === 'outbound');
  const after = said.slice(answered + 1);
  const last = after.at(-1);
  if (owner === null || answered < 0 || !last) return [];
  return [{ to: owner, kind: 'customer_replied', at: last.at, laid, times: after.length }];
}

function troubles(laid: Laid): Notice[] {
  return laid.messages.flatMap(({ unsent, at }) =>
    unsent && unsent.state !== 'unknown'
      ? [{ to: unsent.by, kind: 'delivery_in_trouble' as const, at, laid }]
      : [],
  );
}

function newsFromTheHouse(now: Date): Notice[] {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return [
    { to: 'Ada', kind: 'member_joined', at: ago(5 * DAY_MS), by: 'Sunniva' },
    { to: 'Ada', kind: 'member_joined', at: ago(5.2 * DAY_MS), by: 'Mo' },
  ];
}

type About = { notice: Notice; member: Seated; now: Date };

function noticeRow(house: House, { notice, member, now }: About) {
  const { kind, at, laid, by, times } = notice;
  const ageMs = now.getTime() - at.getTime();
  const chance = seeded(hashOf(`${member.email}:${laid?.username ?? kind}:heard`))();
  const hoursNew = kind === 'mentioned' ? 28 : 5;
  const isUnread = ageMs < hoursNew * HOUR_MS || (ageMs < 30 * HOUR_MS && chance < 0.25);
  const message = laid?.messages.findLast((each) => each.at.getTime() === at.getTime());
  return {
    workspaceId: house.workspaceId,
    id: house.idAt(at),
    memberId: member.memberId,
    kind,
    conversationId: laid?.id ?? null,
    messageId: message && laid ? (laid.messageIds[laid.messages.indexOf(message)] ?? null) : null,
    actorMemberId: by ? house.memberId(by) : null,
    times: times ?? 1,
    at: at.toISOString(),
    readAt: isUnread
      ? null
      : new Date(Math.min(at.getTime() + HOUR_MS, now.getTime())).toISOString(),
  };
}
