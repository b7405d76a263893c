'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReplyActions } from '@/lib/domain/replies/reply';
import { labelsQuery, teamsQuery } from '../../inbox/queries';
import { statusNames } from '../../thread/status-names';
import { LabelChip } from '../../ui/label-chip';

const statuses = ['waiting', 'open', 'on_hold', 'snoozed', 'resolved'] as const;
type AlongStatus = (typeof statuses)[number];

const usualSnoozeHours = 24;
const select = 'h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5 text-message';

/** What happens to the conversation as the words are sent. */
export function AlongField({
  actions,
  onChange,
}: {
  actions: ReplyActions;
  onChange: (actions: ReplyActions) => void;
}) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const shown = teams.filter(({ id, archived }) => !archived || id === actions.teamId);
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">Along with it, the conversation</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <label>
          <span className="mb-1 block text-ink-2">goes to</span>
          <select
            value={actions.status ?? ''}
            onChange={({ target }) => onChange(withStatus(actions, target.value))}
            className={select}
          >
            <option value="">where whoever sends it says</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {statusNames[status]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="mb-1 block text-ink-2">is given to the team</span>
          <select
            value={actions.teamId ?? ''}
            onChange={({ target }) => onChange(withTeam(actions, target.value))}
            className={select}
          >
            <option value="">as it is</option>
            {shown.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {actions.status === 'snoozed' ? (
          <SnoozeHours actions={actions} onChange={onChange} />
        ) : null}
        <Labels actions={actions} onChange={onChange} />
      </div>
    </fieldset>
  );
}

function SnoozeHours({
  actions,
  onChange,
}: {
  actions: ReplyActions;
  onChange: (actions: ReplyActions) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-2">
        Snoozed for so many hours
      </label>
      <input
        id={id}
        type="number"
        min={1}
        max={2160}
        value={actions.snoozeHours ?? usualSnoozeHours}
        onChange={({ target }) => {
          const snoozeHours = Math.round(target.valueAsNumber);
          if (snoozeHours >= 1 && snoozeHours <= 2160) onChange({ ...actions, snoozeHours });
        }}
        className={`${select} tabular-nums`}
      />
    </div>
  );
}

function Labels({
  actions,
  onChange,
}: {
  actions: ReplyActions;
  onChange: (actions: ReplyActions) => void;
}) {
  const { data: labels = [] } = useQuery(labelsQuery);
  const { labelIds = [], ...rest } = actions;
  const shown = labels.filter(({ id, archived }) => !archived || labelIds.includes(id));
  if (shown.length === 0) return null;
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 text-ink-2">gets these labels</legend>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {shown.map((label) => (
          <li key={label.id}>
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={labelIds.includes(label.id)}
                onChange={({ target }) => {
                  const others = labelIds.filter((id) => id !== label.id);
                  const next = target.checked ? [...others, label.id] : others;
                  onChange(next.length > 0 ? { ...rest, labelIds: next } : rest);
                }}
                className="size-4 shrink-0 accent-ink"
              />
              <LabelChip label={label} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function withStatus(
  { status: _, snoozeHours = usualSnoozeHours, ...rest }: ReplyActions,
  to: string,
) {
  const status = statuses.find((each): each is AlongStatus => each === to);
  if (!status) return rest;
  return { ...rest, status, ...(status === 'snoozed' && { snoozeHours }) };
}

function withTeam({ teamId: _, ...rest }: ReplyActions, to: string): ReplyActions {
  return to === '' ? rest : { ...rest, teamId: to };
}
