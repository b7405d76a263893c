'use client';

import { useRef, useState } from 'react';
import type { SkillView } from '@/lib/queries/attendance/views';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { archiveSkillAction, renameSkillAction } from './actions';
import { SkillForm } from './skill-form';

/** A skill, how many have it, and what can be done about it. */
export function SkillLine({ skill, mayChange }: { skill: SkillView; mayChange: boolean }) {
  const { id, name, archived, members } = skill;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { change, isPending, problem } = useChange(archiveSkillAction);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <li className="grid gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-32 flex-1 font-strong">
          <bdi>{name}</bdi>
        </p>
        <p className="text-fact text-ink-3 tabular-nums">{whoHas(members)}</p>
        {mayChange ? (
          <div className="flex gap-1">
            <Button
              ref={opener}
              tone="quiet"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              Rename<span className="sr-only"> the skill {name}</span>
            </Button>
            <Button
              tone="quiet"
              disabled={isPending}
              onClick={() => change({ skillId: id, archived: !archived })}
            >
              {archived ? 'Use again' : 'Archive'}
              <span className="sr-only"> the skill {name}</span>
            </Button>
          </div>
        ) : null}
      </div>
      <Notice message={problem} />
      {isOpen ? (
        <Fold opener={opener} onClose={() => setOpen(false)}>
          <SkillForm
            action={renameSkillAction}
            name={name}
            more={{ skillId: id }}
            words={{ id: `skill-${id}`, send: 'Rename', kept: 'Renamed' }}
            onDone={close}
          />
        </Fold>
      ) : null}
    </li>
  );
}

function whoHas(members: number): string {
  if (members === 0) return 'nobody has it';
  return members === 1 ? '1 member has it' : `${members} members have it`;
}
