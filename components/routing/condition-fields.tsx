'use client';

import type { ReactNode } from 'react';
import type { RuleThing } from '@/lib/domain/rules/names';
import type { FlagKind, ListKind } from '@/lib/domain/rules/rule';
import { offered } from '../promises/conditions';
import { Several } from '../promises/several';
import { AttributeFields } from './attribute-fields';
import { Choose, TextBox } from './boxes';
import { choicesFor, conditionKinds } from './condition-kinds';
import type { ConditionDraft } from './draft';
import type { Known } from './known';

type Fields<K extends ConditionDraft['kind']> = {
  condition: Extract<ConditionDraft, { kind: K }>;
  known: Known;
  problem: string | undefined;
  mayChange: boolean;
  onChange: (condition: ConditionDraft) => void;
};

/** How one condition is put: what it asks, by the kind that it is. */
export function ConditionFields({ condition, ...props }: Fields<ConditionDraft['kind']>) {
  switch (condition.kind) {
    case 'vip':
    case 'verified':
    case 'teamed':
      return <Flag condition={condition} {...props} />;
    case 'words':
      return <Words condition={condition} {...props} />;
    case 'followers':
      return <Followers condition={condition} {...props} />;
    case 'attribute':
      return <AttributeFields condition={condition} {...props} />;
    case 'hours':
      return <Hours condition={condition} {...props} />;
    default:
      return <OneOf condition={condition} {...props} />;
  }
}

function Line({ problem, children }: { problem?: string | undefined; children: ReactNode }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      {problem ? <p className="mt-1 text-breach text-fact">{problem}</p> : null}
    </>
  );
}

const isOrNot = { is: 'is', not: 'is not' };

function OneOf({ condition, known, problem, mayChange, onChange }: Fields<ListKind>) {
  const { kind, not, oneOf } = condition;
  const { name } = conditionKinds[kind];
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Choose
        label={`${name}: is or is not`}
        value={not ? 'not' : 'is'}
        choices={isOrNot}
        onChange={(value) => onChange({ ...condition, not: value === 'not' })}
      />
      <div className="min-w-0 pt-0.5">
        <Several
          label={name}
          add={oneOf.length > 0 ? 'Change' : 'Choose'}
          none="Nothing yet"
          choices={choicesFor(kind, oneOf, known)}
          chosen={oneOf}
          problem={problem}
          mayChange={mayChange}
          // Only what was offered for its kind can be chosen.
          onChange={(chosen) => onChange({ ...condition, oneOf: chosen } as ConditionDraft)}
        />
      </div>
    </div>
  );
}

const flagWords: Record<FlagKind, Record<'yes' | 'no', string>> = {
  vip: { yes: 'The contact is a VIP', no: 'The contact is no VIP' },
  verified: { yes: 'Their account is verified', no: 'Their account is not verified' },
  teamed: { yes: 'It has a team already', no: 'It has no team yet' },
};

function Flag({ condition, problem, onChange }: Fields<FlagKind>) {
  return (
    <Line problem={problem}>
      <Choose
        label={conditionKinds[condition.kind].name}
        value={condition.is ? 'yes' : 'no'}
        choices={flagWords[condition.kind]}
        onChange={(value) => onChange({ ...condition, is: value === 'yes' })}
      />
    </Line>
  );
}

const saysChoices = {
  any: 'says any of',
  all: 'says all of',
  not_any: 'says none of',
  not_all: 'does not say all of',
};

function Words({ condition, problem, onChange }: Fields<'words'>) {
  const { not, all, words } = condition;
  return (
    <>
      <Line problem={problem}>
        <Choose
          label="Words: which"
          value={`${not ? 'not_' : ''}${all ? 'all' : 'any'}` as keyof typeof saysChoices}
          choices={saysChoices}
          onChange={(value) =>
            onChange({ ...condition, not: value.startsWith('not'), all: value.endsWith('all') })
          }
        />
        <TextBox
          label="Words"
          value={words}
          isWrong={problem !== undefined}
          placeholder="refund, “not arrived”"
          className="min-w-40 flex-1"
          onChange={(text) => onChange({ ...condition, words: text })}
        />
      </Line>
      <p className="mt-1 text-fact text-ink-3">
        Whole words, however they are capitalised. What belongs together stands in quotation marks.
      </p>
    </>
  );
}

function Followers({ condition, problem, onChange }: Fields<'followers'>) {
  return (
    <Line problem={problem}>
      <span className="text-ink-2">at least</span>
      <TextBox
        label="Followers: at least"
        value={condition.atLeast}
        isWrong={problem !== undefined}
        className="w-24"
        onChange={(atLeast) => onChange({ ...condition, atLeast })}
      />
      <span className="text-ink-2">at most</span>
      <TextBox
        label="Followers: at most"
        value={condition.atMost}
        isWrong={problem !== undefined}
        placeholder="any"
        className="w-24"
        onChange={(atMost) => onChange({ ...condition, atMost })}
      />
    </Line>
  );
}

function Hours({ condition, known, problem, onChange }: Fields<'hours'>) {
  return (
    <Line problem={problem}>
      <Choose
        label="Hours: within or outside"
        value={condition.inside ? 'in' : 'out'}
        choices={{ in: 'within', out: 'outside' }}
        onChange={(value) => onChange({ ...condition, inside: value === 'in' })}
      />
      <Choose
        label="Hours"
        value={condition.calendarId}
        choices={namesOffered(known.things.calendars, condition.calendarId)}
        onChange={(calendarId) => onChange({ ...condition, calendarId })}
      />
    </Line>
  );
}

/** What can be chosen of things, by id; what is out of use where it was chosen. */
export function namesOffered(
  things: readonly RuleThing[],
  chosen: string,
): Readonly<Record<string, string>> {
  const named = offered(things, [chosen]).map(({ id, label, hint }) => [
    id,
    hint ? `${label} (${hint})` : label,
  ]);
  return Object.fromEntries(named);
}
