'use client';

import { useQuery } from '@tanstack/react-query';
import { can } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import { loadInWords } from '@/lib/domain/routing/availability';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { StandingFace } from '../attendance/standing-face';
import { useAttendance } from '../attendance/use-attendance';
import { useMe } from '../shell/me';
import { snoozeTimes } from '../thread/snooze-times';
import { capital } from '../ui/capital';
import { useClock } from '../ui/clock';
import type { MenuChoice } from '../ui/menu';
import { untilTime } from '../ui/time';
import { labelsQuery, membersQuery, teamsQuery } from './queries';

export type BulkKind = 'status' | 'snooze' | 'assign' | 'labels' | 'team' | 'priority';

type Choice = MenuChoice & { change: TriageChange };

/** What can be chosen for everything that is selected, each with the decision that it stands for. */
export function useBulkChoices(kind: BulkKind | null, rows: readonly Row[]): readonly Choice[] {
  const assignable = useAssignable();
  const labels = useLabelChoices(rows);
  const teams = useTeamChoices();
  const snoozes = useSnoozeChoices();
  if (kind === null) return [];
  return {
    status: statusChoices,
    priority: priorityChoices,
    snooze: snoozes,
    assign: assignable,
    labels,
    team: teams,
  }[kind];
}

const statusChoices: readonly Choice[] = [
  { id: 'open', label: 'Open', change: { kind: 'status', status: 'open' } },
  {
    id: 'waiting',
    label: 'Waiting on the customer',
    change: { kind: 'status', status: 'waiting' },
  },
  { id: 'on_hold', label: 'On hold', change: { kind: 'status', status: 'on_hold' } },
  { id: 'resolved', label: 'Closed', change: { kind: 'status', status: 'resolved' } },
  { id: 'spam', label: 'Spam', change: { kind: 'status', status: 'spam' } },
];

const priorityChoices: readonly Choice[] = priorities.toReversed().map((priority) => ({
  id: priority,
  label: capital(priority),
  change: { kind: 'priority', priority },
}));

function useSnoozeChoices(): readonly Choice[] {
  const { now, zone } = useClock();
  return snoozeTimes(now, zone).map(({ id, label, at }) => ({
    id,
    label: `${label} · ${untilTime(at, now, zone)}`,
    change: { kind: 'snooze', until: at },
  }));
}

function useAssignable(): readonly Choice[] {
  const me = useMe();
  const { data: members = [] } = useQuery(membersQuery);
  const attendance = useAttendance();
  const able = members.filter((member) => !member.removed && can(member, 'conversation.reply'));
  return [
    ...able.map(({ id, name }): Choice => {
      const standee = attendance.of?.(id);
      return {
        id,
        label: id === me.memberId ? `${name} (you)` : name,
        ...(standee ? { hint: loadInWords(standee.load, standee.capacity) } : {}),
        lead: <StandingFace id={id} name={name} attendance={attendance} />,
        change: { kind: 'assign', memberId: id },
      };
    }),
    {
      id: 'nobody',
      label: 'Nobody',
      lead: <span className="size-5" />,
      change: { kind: 'assign', memberId: null },
    },
  ];
}

/** A label that all have is taken off; any other is put on. */
function useLabelChoices(rows: readonly Row[]): readonly Choice[] {
  const { data: labels = [] } = useQuery(labelsQuery);
  return labels
    .filter(({ archived }) => !archived)
    .map(({ id, name, colour }): Choice => {
      // Of a whole view nobody has looked through all labels: there it is always put on.
      const chosen = rows.length > 0 && rows.every(({ labelIds }) => labelIds.includes(id));
      return {
        id,
        label: name,
        chosen,
        lead: <span aria-hidden data-label={colour} className="label-mark size-2.5 rounded-full" />,
        change: { kind: 'label', add: chosen ? [] : [id], remove: chosen ? [id] : [] },
      };
    });
}

function useTeamChoices(): readonly Choice[] {
  const { data: teams = [] } = useQuery(teamsQuery);
  return [
    ...teams
      .filter(({ archived }) => !archived)
      .map(({ id, name }): Choice => ({ id, label: name, change: { kind: 'team', teamId: id } })),
    { id: 'none', label: 'No team', change: { kind: 'team', teamId: null } },
  ];
}
