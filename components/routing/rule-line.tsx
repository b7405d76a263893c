'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { RuleNames } from '@/lib/domain/rules/names';
import type { RuleView } from '@/lib/queries/rulebook/settings';
import { Notice } from '../entrance/notice';
import { Button, buttonClass, IconButton } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { toast } from '../ui/toast';
import { archiveRuleAction, switchRuleAction } from './actions';
import { ruleCount } from './rule-count';
import { Sentence } from './sentence';
import { useRulesChange } from './use-changed';

type Line = {
  rule: RuleView;
  no: number;
  names: RuleNames;
  /** For how many it held as they were tried out; null where this version of it was not. */
  held: number | null;
  asked: number;
  mayChange: boolean;
  mayUp: boolean;
  mayDown: boolean;
  isDragged: boolean;
  onDrag: () => void;
  /** Another is dragged over this one, before or after its middle. */
  onDragOver: (after: boolean) => void;
  /** It was dropped somewhere in the list, or let go elsewhere. */
  onDragEnd: (isDropped: boolean) => void;
  onMove: (by: 1 | -1) => void;
};

/** A rule of the list: what it says, its switch and its place. */
export function RuleLine(line: Line) {
  const { rule, no, names, held, asked, mayChange, isDragged } = line;
  const { ruleId, name, enabled } = rule;
  const switched = useRulesChange(switchRuleAction);
  return (
    <li
      draggable={mayChange}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        line.onDrag();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        line.onDragOver(event.clientY > top + height / 2);
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={(event) => line.onDragEnd(event.dataTransfer.dropEffect !== 'none')}
      className={clsx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0',
        isDragged && 'bg-sunken',
      )}
    >
      <span aria-hidden className="flex w-8 shrink-0 items-center text-ink-3 tabular-nums">
        {mayChange ? <GripVertical size={14} className="-ml-1 cursor-grab" /> : null}
        {no}
      </span>
      <div className="min-w-52 flex-1">
        <h3 className={clsx('font-strong', !enabled && 'text-ink-3')}>
          <bdi>{name}</bdi>
          {enabled ? null : <span className="font-normal text-ink-3"> (switched off)</span>}
        </h3>
        <Sentence rule={rule} names={names} />
        {held === null ? null : (
          <p className="text-fact text-ink-3 tabular-nums">Held for {ruleCount(held, asked)}</p>
        )}
        <Notice message={switched.problem} />
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {mayChange ? <Moves {...line} /> : null}
        {mayChange ? (
          <Button
            tone="quiet"
            role="switch"
            aria-checked={enabled}
            aria-label={`${name}: switched on`}
            title={enabled ? 'Switch off' : 'Switch on'}
            disabled={switched.isPending}
            onClick={() => switched.change({ ruleId, enabled: !enabled })}
          >
            <SwitchLook on={enabled} />
          </Button>
        ) : null}
        <SoftLink href={`/settings/routing/${ruleId}`} className={buttonClass('quiet')}>
          {mayChange ? 'Edit' : 'Look'}
          <span className="sr-only">
            {mayChange ? '' : ' at'} {name}
          </span>
        </SoftLink>
        {mayChange ? <Archive ruleId={ruleId} name={name} /> : null}
      </div>
    </li>
  );
}

function SwitchLook({ on }: { on: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'flex h-4 w-7 items-center rounded-full border px-0.5 transition-colors duration-100',
        on ? 'justify-end border-ink bg-ink' : 'justify-start border-line-strong bg-sunken',
      )}
    >
      <span className={clsx('size-2.5 rounded-full', on ? 'bg-panel' : 'bg-ink-3')} />
    </span>
  );
}

function Moves({ rule: { ruleId, name }, mayUp, mayDown, onMove }: Line) {
  return (
    <>
      <IconButton
        label={`Move ${name} up`}
        hint="Move up"
        data-moves={ruleId}
        disabled={!mayUp}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={`Move ${name} down`}
        hint="Move down"
        data-moves={ruleId}
        disabled={!mayDown}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden size={14} />
      </IconButton>
    </>
  );
}

function Archive({ ruleId, name }: { ruleId: string; name: string }) {
  const { change, isPending, problem } = useRulesChange(archiveRuleAction, () =>
    toast('Rule archived'),
  );
  return (
    <>
      <Button tone="quiet" disabled={isPending} onClick={() => change({ ruleId, archived: true })}>
        Archive<span className="sr-only"> {name}</span>
      </Button>
      <Notice message={problem} />
    </>
  );
}

/** A rule that is out of use, and the way back. */
export function ArchivedLine({
  rule,
  names,
  mayRestore,
  onRestore,
}: {
  rule: RuleView;
  names: RuleNames;
  mayRestore: boolean;
  onRestore: () => void;
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-52 flex-1">
        <h3 className="font-strong text-ink-2">
          <bdi>{rule.name}</bdi>
        </h3>
        <Sentence rule={rule} names={names} />
      </div>
      <SoftLink href={`/settings/routing/${rule.ruleId}`} className={buttonClass('quiet')}>
        Look<span className="sr-only"> at {rule.name}</span>
      </SoftLink>
      {mayRestore ? (
        <Button tone="quiet" onClick={onRestore}>
          Restore<span className="sr-only"> {rule.name}</span>
        </Button>
      ) : null}
    </li>
  );
}
