'use client';

import { absencePolicies, strategies } from '@/lib/domain/routing/work';
import type { TeamRouting, TeamSettings } from '@/lib/queries/teams/team-settings';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { SoftLink } from '../ui/soft-link';
import { changeTeamRoutingAction } from './actions';
import { CountField, MeantChoice, SelectField } from './routing-fields';
import { absenceWords, strategyWords } from './routing-words';

type Numbered = 'stickyDays' | 'touchMinutes' | 'mostHops' | 'relaxMinutes';

const counts: readonly { name: Numbered; label: string; unit: string; hint: string }[] = [
  {
    name: 'stickyDays',
    label: 'A customer who returns goes back to whoever had them',
    unit: 'days',
    hint: 'Within so many, if they are available and have room. 0 for never.',
  },
  {
    name: 'touchMinutes',
    label: 'What its new owner does not touch returns after',
    unit: 'minutes of the team’s hours',
    hint: 'It keeps its age and goes to somebody else. Empty for never.',
  },
  {
    name: 'mostHops',
    label: 'A lead gets what returned',
    unit: 'times',
    hint: 'So that nothing goes round for ever.',
  },
  {
    name: 'relaxMinutes',
    label: 'Somebody with the preferred skills is waited for',
    unit: 'minutes',
    hint: 'After that, whoever can answer gets it. Required skills are always waited for.',
  },
];

type Typed = Record<Numbered | 'strategy' | 'calendarId' | 'absence' | 'absenceMinutes', string>;

function typedOf(team: TeamRouting): Typed {
  return {
    strategy: team.strategy,
    calendarId: team.calendarId ?? '',
    absence: team.absence,
    absenceMinutes: String(team.absenceMinutes),
    stickyDays: String(team.stickyDays),
    touchMinutes: team.touchMinutes === null ? '' : String(team.touchMinutes),
    mostHops: String(team.mostHops),
    relaxMinutes: String(team.relaxMinutes),
  };
}

/** How a team gives out its work; for those who may not change it, only to read. */
export function RoutingForm({
  settings: { team, hours },
  mayChange,
}: {
  settings: TeamSettings;
  mayChange: boolean;
}) {
  const { values, set, send, fields, problem, ...state } = useForm(changeTeamRoutingAction, {
    kept: typedOf(team),
  });
  return (
    <form
      className="rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ teamId: team.id });
      }}
    >
      <fieldset disabled={!mayChange} className="grid gap-5">
        <legend className="sr-only">How work is given out</legend>
        <Unsaved when={state.isDirty} />
        <Notice message={problem} />
        <MeantChoice
          legend="New work"
          name="strategy"
          options={strategies.map((id) => ({ id, ...strategyWords[id] }))}
          chosen={values.strategy}
          onChoose={(id) => set('strategy', id)}
        />
        <SelectField
          label="Hours of the team"
          id="team-hours"
          hint={
            <>
              Outside of them nobody of it is given work. They come from{' '}
              <SoftLink href="/settings/hours" className="underline underline-offset-2">
                Business hours
              </SoftLink>
              .
            </>
          }
          problem={fields['calendarId']}
          value={values.calendarId}
          options={[{ id: '', name: 'Always open' }, ...hours]}
          onChoose={(id) => set('calendarId', id)}
        />
        <MeantChoice
          legend="Work of somebody who is away"
          name="absence"
          options={absencePolicies.map((id) => ({ id, ...absenceWords[id] }))}
          chosen={values.absence}
          onChoose={(id) => set('absence', id)}
        />
        {values.absence === 'after' ? (
          <CountField
            label="Returns after"
            id="absenceMinutes"
            unit="minutes of the team’s hours"
            hint="Counted from when they went."
            problem={fields['absenceMinutes']}
            value={values.absenceMinutes}
            onType={(typed) => set('absenceMinutes', typed)}
          />
        ) : null}
        {counts.map(({ name, ...field }) => (
          <CountField
            key={name}
            id={name}
            {...field}
            problem={fields[name]}
            value={values[name]}
            onType={(typed) => set(name, typed)}
          />
        ))}
        {mayChange ? <SaveRow {...state} /> : null}
      </fieldset>
    </form>
  );
}
