'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { HoursView } from '@/lib/queries/sla/settings';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import type { ApplyTo } from '../promises/apply-question';
import { ApplyQuestion } from '../promises/apply-question';
import { NewerNotice } from '../promises/newer-notice';
import { useDraft } from '../promises/use-draft';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useChange } from '../settings/use-change';
import { useClock } from '../ui/clock';
import { toast } from '../ui/toast';
import { saveCalendarAction } from './actions';
import { Dates } from './dates';
import { calendarIn, hoursDraft, hoursProblems } from './draft';
import { dateIn } from './moment';
import { TryIt } from './try-it';
import { Week } from './week';
import { ZoneChoice } from './zone-choice';

/** Business hours, new or to be changed, beside what they mean. */
export function HoursEditor({ view, mayChange }: { view: HoursView | null; mayChange: boolean }) {
  const { now, zone } = useClock();
  const [here] = useState(zone);
  const { draft, set, isDirty, ...version } = useDraft(view, (kept) => hoursDraft(kept, here));
  const { asks, setAsks, save, isPending, problem, fields } = useSave(view, draft, version.basedOn);
  const calendar = calendarIn(draft);
  const problems = { ...fields, ...hoursProblems(draft) };
  const isWrong = Object.keys(hoursProblems(draft)).length > 0;
  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_340px] wide:items-start">
      <form
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWrong) document.querySelector<HTMLElement>('form [aria-invalid]')?.focus();
          else if (view && view.policies.length > 0) setAsks(true);
          else save('new');
        }}
      >
        <Unsaved when={mayChange && isDirty && !isPending} />
        <NewerNotice newer={isPending ? null : version.newer} what="these hours" />
        <fieldset disabled={!mayChange} className="grid min-w-0 gap-6">
          <Field
            label="Name"
            name="hours-name"
            autoComplete="off"
            placeholder="Office hours"
            required
            maxLength={60}
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
            problem={fields['name']}
          />
          <ZoneChoice
            zone={draft.timeZone}
            problem={problems['timeZone']}
            onChange={(timeZone) => set({ timeZone })}
          />
          <Week
            weekly={draft.weekly}
            problems={problems}
            mayChange={mayChange}
            onChange={(weekly) => set({ weekly })}
          />
          <Dates
            dates={draft.dates}
            problems={problems}
            today={dateIn(draft.timeZone, now)}
            mayChange={mayChange}
            onChange={(dates) => set({ dates })}
          />
        </fieldset>
        <Notice message={Object.keys(fields).length > 0 || version.newer ? undefined : problem} />
        {mayChange ? (
          <SaveRow isDirty={isDirty || view === null} isPending={isPending} isKept={false}>
            {view ? 'Save' : 'Add these hours'}
          </SaveRow>
        ) : null}
      </form>
      <div className="wide:sticky wide:top-6">
        <TryIt calendar={calendar} />
      </div>
      {asks ? (
        <ApplyQuestion
          title={`Save “${draft.name.trim()}”`}
          send="Save these hours"
          change={{ kind: 'hours' }}
          isPending={isPending}
          problem={undefined}
          onSend={save}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </div>
  );
}

/** Keeps a draft and goes back to the list; what is refused is said where it was entered. */
function useSave(
  view: HoursView | null,
  draft: ReturnType<typeof hoursDraft>,
  basedOn: string | null,
) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem, fields } = useChange(saveCalendarAction, () => {
    toast(view ? 'Hours saved' : 'Hours added');
    router.push('/settings/hours');
  });

  function save(applyTo: ApplyTo) {
    setAsks(false);
    const calendarId = view?.calendarId ?? null;
    change({ calendarId, basedOn, name: draft.name, ...calendarIn(draft), applyTo });
  }

  return { asks, setAsks, save, isPending, problem, fields };
}
