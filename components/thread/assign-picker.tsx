'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { can } from '@/lib/domain/access/can';
import { mayGive } from '@/lib/domain/conversation/triage';
import { loadInWords, standingInWords, warningFor } from '@/lib/domain/routing/availability';
import { StandingFace } from '../attendance/standing-face';
import type { Standees } from '../attendance/use-attendance';
import { useAttendance } from '../attendance/use-attendance';
import { membersQuery } from '../inbox/queries';
import { useMe } from '../shell/me';
import { Picker } from '../ui/picker';
import type { PickerProps } from './picker-props';

const nobody = 'nobody';

/** Who gets it, and what they should know: the note stands in the conversation with the handover. */
export function AssignPicker({ subjects, anchor, onChange, onClose }: PickerProps) {
  const me = useMe();
  const note = useRef<HTMLTextAreaElement>(null);
  const { data: members = [] } = useQuery(membersQuery);
  const attendance = useAttendance();
  const may = (to: string | null) => subjects.every(({ ownerId }) => mayGive(me, ownerId, to));
  const owned = (by: string | null) =>
    subjects.length > 0 && subjects.every(({ ownerId }) => ownerId === by);
  const able = members.filter(
    (member) => !member.removed && can(member, 'conversation.reply') && may(member.id),
  );
  const choices = [
    ...able.map(({ id, name }) => ({
      id,
      label: id === me.memberId ? `${name} (you)` : name,
      lead: <StandingFace id={id} name={name} attendance={attendance} />,
      chosen: owned(id),
      ...heldBack(attendance, { id, name, already: owned(id) }),
    })),
    ...(may(null)
      ? [{ id: nobody, label: 'Nobody', chosen: owned(null), lead: <span className="size-5" /> }]
      : []),
  ];
  return (
    <Picker
      label="Assign to"
      anchor={anchor}
      choices={choices}
      onChoose={(id) => {
        const said = note.current?.value.trim();
        const memberId = id === nobody ? null : id;
        onChange({ kind: 'assign', memberId, ...(said ? { note: said } : {}) });
      }}
      onClose={onClose}
    >
      <label className="shrink-0 border-note-line border-t bg-note px-3 pt-2 pb-1 text-fact text-ink-2">
        Note for the handover, only for the team
        <textarea
          ref={note}
          dir="auto"
          rows={2}
          maxLength={20_000}
          placeholder="What they should know"
          className="quiet-scroll block max-h-32 w-full resize-none bg-transparent py-1 text-ink text-list outline-none placeholder:text-ink-3"
        />
      </label>
    </Picker>
  );
}

/** How somebody stands and what they hold, and a warning where something speaks against giving them more. */
function heldBack(
  { of, time }: Standees,
  { id, name, already }: { id: string; name: string; already: boolean },
) {
  const one = of?.(id);
  if (!one) return { detail: '', note: null };
  const { standing, load, capacity } = one;
  return {
    detail: `${standingInWords(standing, time)} · ${loadInWords(load, capacity)}`,
    note: already ? null : warningFor({ name, load, capacity, standing }, time),
  };
}
