'use client';

import { useQuery } from '@tanstack/react-query';
import { priorities } from '@/lib/domain/conversation/conversation';
import { chosenStatuses } from '@/lib/domain/conversation/triage';
import { teamsQuery } from '../inbox/queries';
import { Picker } from '../ui/picker';
import type { PickerProps, Subject } from './picker-props';
import { PriorityIcon } from './priority-icon';
import { priorityNames } from './priority-names';
import { StatusIcon } from './status-icon';
import { statusHints, statusNames } from './status-names';

const statusOrder = ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'] as const;

/** Where it stands; a snooze asks for its time next. */
export function StatusPicker({ subjects, anchor, onChange, onTurn, onClose }: PickerProps) {
  const spam = subjects.some(({ status }) => status === 'spam');
  const choices = statusOrder
    .filter((status) => !spam || status === 'open' || status === 'resolved' || status === 'spam')
    .map((status) => ({
      id: status,
      label: spam && status === 'open' ? 'Not spam, open' : statusNames[status],
      hint: statusHints[status],
      lead: <StatusIcon status={status} />,
      chosen: all(subjects, (subject) => subject.status === status),
    }));
  function choose(id: string) {
    const status = chosenStatuses.find((known) => known === id);
    if (status) onChange({ kind: 'status', status });
    else onTurn('snooze');
  }
  return (
    <Picker label="Status" anchor={anchor} choices={choices} onChoose={choose} onClose={onClose} />
  );
}

export function PriorityPicker({ subjects, anchor, onChange, onClose }: PickerProps) {
  const choices = priorities.toReversed().map((priority) => ({
    id: priority,
    label: priorityNames[priority],
    lead: <PriorityIcon priority={priority} />,
    chosen: all(subjects, (subject) => subject.priority === priority),
  }));
  function choose(id: string) {
    const priority = priorities.find((known) => known === id);
    if (priority) onChange({ kind: 'priority', priority });
  }
  return (
    <Picker
      label="Priority"
      anchor={anchor}
      choices={choices}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

const none = 'none';

export function TeamPicker({ subjects, anchor, onChange, onClose }: PickerProps) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const choices = [
    ...teams
      .filter(({ archived }) => !archived)
      .map(({ id, name, memberIds }) => ({
        id,
        label: name,
        hint: memberIds.length === 1 ? '1 person' : `${memberIds.length} people`,
        chosen: all(subjects, (subject) => subject.teamId === id),
      })),
    { id: none, label: 'No team', chosen: all(subjects, (subject) => subject.teamId === null) },
  ];
  return (
    <Picker
      label="Team"
      anchor={anchor}
      choices={choices}
      onChoose={(id) => onChange({ kind: 'team', teamId: id === none ? null : id })}
      onClose={onClose}
    />
  );
}

function all(subjects: readonly Subject[], test: (subject: Subject) => boolean): boolean {
  return subjects.length > 0 && subjects.every(test);
}
