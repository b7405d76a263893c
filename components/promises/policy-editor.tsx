'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { metrics } from '@/lib/domain/sla/policy';
import type { HoursView, SlaPolicyView } from '@/lib/queries/sla/settings';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { box } from '../hours/clock-field';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useChange } from '../settings/use-change';
import { SoftLink } from '../ui/soft-link';
import { toast } from '../ui/toast';
import { savePolicyAction } from './actions';
import type { ApplyTo } from './apply-question';
import { ApplyQuestion } from './apply-question';
import { Check } from './check';
import { ConditionFields } from './conditions';
import type { PolicyDraft } from './draft';
import { conditionsIn, policyDraft, policyIn, policyProblems, secondsIn } from './draft';
import { NewerNotice } from './newer-notice';
import { PromiseFields } from './promise-fields';
import { Steps } from './steps';
import type { Things } from './things';
import { namedThings } from './things';
import { useDraft } from './use-draft';

type Fields = {
  draft: PolicyDraft;
  set: (part: Partial<PolicyDraft>) => void;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
};

/** An SLA policy, new or to be changed. */
export function PolicyEditor({
  view,
  takesAll,
  hours,
  things,
  mayChange,
}: {
  view: SlaPolicyView | null;
  takesAll: boolean;
  hours: readonly HoursView[];
  things: Things;
  mayChange: boolean;
}) {
  const { draft, set, isDirty, ...version } = useDraft(view, (kept) => policyDraft(kept, hours));
  const { asks, setAsks, save, isPending, problem, fields } = useSave(view, draft, version.basedOn);
  const wrong = policyProblems(draft);
  const form = { draft, set, problems: { ...fields, ...wrong }, mayChange };
  const named = namedThings(things);
  return (
    <>
      <form
        className="grid gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.keys(wrong).length === 0) setAsks(true);
          else document.querySelector<HTMLElement>('form [aria-invalid]')?.focus();
        }}
      >
        <Unsaved when={mayChange && isDirty && !isPending} />
        <NewerNotice newer={isPending ? null : version.newer} what="this policy" />
        <fieldset disabled={!mayChange} className="grid min-w-0 gap-8">
          <Whom form={form} takesAll={takesAll} named={named} />
          <Promises form={form} hours={hours} />
          <Counting form={form} />
          <Escalation form={form} named={named} />
        </fieldset>
        <Notice message={version.newer ? undefined : problem} />
        {mayChange ? (
          <SaveRow isDirty={isDirty || view === null} isPending={isPending} isKept={false}>
            {view ? 'Save' : 'Add this policy'}
          </SaveRow>
        ) : null}
      </form>
      {asks ? (
        <ApplyQuestion
          title={`Save “${draft.name.trim()}”`}
          send="Save this policy"
          change={inMind(view, draft)}
          isPending={isPending}
          problem={undefined}
          onSend={save}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  );
}

function Whom({
  form: { draft, set, problems, mayChange },
  takesAll,
  named,
}: {
  form: Fields;
  takesAll: boolean;
  named: ReturnType<typeof namedThings>;
}) {
  return (
    <>
      <Field
        label="Name"
        name="policy-name"
        autoComplete="off"
        required
        maxLength={60}
        placeholder={takesAll ? 'Everything else' : 'Complaints'}
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
        problem={problems['name']}
      />
      <Part
        title="Which conversations"
        about={
          takesAll
            ? 'Every one that no other policy takes. This policy comes last and has no conditions.'
            : 'All that is chosen here has to fit; of each line one is enough.'
        }
      >
        {takesAll ? null : (
          <ConditionFields
            conditions={draft.conditions}
            named={named}
            problems={problems}
            mayChange={mayChange}
            onChange={(conditions) => set({ conditions })}
          />
        )}
      </Part>
    </>
  );
}

function Escalation({
  form: { draft, set, problems, mayChange },
  named,
}: {
  form: Fields;
  named: ReturnType<typeof namedThings>;
}) {
  return (
    <Part
      title="Before it is due, and after"
      about="Each step happens once for each promise. Its times are those of the promise’s own clock."
    >
      <Steps
        steps={draft.steps}
        promises={draft.promises}
        named={named}
        problems={problems}
        mayChange={mayChange}
        onChange={(steps) => set({ steps })}
      />
    </Part>
  );
}

function Promises({
  form: { draft, set, problems, mayChange },
  hours,
}: {
  form: Fields;
  hours: readonly HoursView[];
}) {
  const why = problems['calendarId'];
  return (
    <Part
      title="What is promised"
      about={`${mayChange ? 'Write 30 m, 1 h 30 m or 2 d. ' : ''}A d is 24 hours, in open hours too: with eight of them a day, 1 d lasts three working days. A week of them is 40 h.`}
    >
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <label htmlFor="policy-hours">Open hours are those of</label>
        <select
          id="policy-hours"
          value={draft.calendarId}
          onChange={({ target }) => set({ calendarId: target.value })}
          className={box}
          {...(why ? { 'aria-invalid': true, 'aria-describedby': 'policy-hours-why' } : {})}
        >
          {hours.map(({ calendarId, name }) => (
            <option key={calendarId} value={calendarId}>
              {name}
            </option>
          ))}
        </select>
        {why ? (
          <p id="policy-hours-why" className="text-breach text-fact">
            {why}
          </p>
        ) : null}
        <SoftLink href="/settings/hours" className="text-ink-2 underline underline-offset-2">
          Business hours
        </SoftLink>
      </div>
      <div className="border-line border-y">
        {metrics.map((metric) => (
          <PromiseFields
            key={metric}
            metric={metric}
            promised={draft.promises[metric]}
            problems={problems}
            onChange={(part) =>
              set({
                promises: { ...draft.promises, [metric]: { ...draft.promises[metric], ...part } },
              })
            }
          />
        ))}
      </div>
    </Part>
  );
}

function Counting({ form: { draft, set, problems } }: { form: Fields }) {
  const why = problems['riskPercent'];
  return (
    <Part title="What counts">
      <div className="grid gap-2">
        <Check checked={draft.publicCounts} onChange={(publicCounts) => set({ publicCounts })}>
          A reply in public is an answer
        </Check>
        <Check
          checked={draft.automaticCounts}
          onChange={(automaticCounts) => set({ automaticCounts })}
        >
          An automatic acknowledgement is an answer
        </Check>
        <p className="flex flex-wrap items-center gap-2">
          At risk from
          <input
            aria-label="At risk from this percent of its time"
            inputMode="numeric"
            maxLength={2}
            value={draft.risk}
            onChange={({ target }) => set({ risk: target.value })}
            className={`${box} w-12 text-right`}
            {...(why ? { 'aria-invalid': true, 'aria-describedby': 'policy-risk-why' } : {})}
          />
          % of the time on
          {why ? (
            <span id="policy-risk-why" className="text-breach text-fact">
              {why}
            </span>
          ) : null}
        </p>
      </div>
    </Part>
  );
}

function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = `part-${title.replaceAll(/\W+/g, '-').toLowerCase()}`;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="font-title text-title">
        {title}
      </h2>
      {about ? (
        <p className="mt-0.5 mb-2 max-w-140 text-ink-2">{about}</p>
      ) : (
        <div className="h-2" />
      )}
      {children}
    </section>
  );
}

function inMind(view: SlaPolicyView | null, draft: PolicyDraft) {
  const seconds = Object.fromEntries(
    metrics.flatMap((metric) => {
      const promised = draft.promises[metric];
      return promised.on ? [[metric, secondsIn(promised)]] : [];
    }),
  );
  const { channelIds, teamIds, labelIds, priorities } = conditionsIn(draft);
  const conditions = {
    ...(channelIds && { channelIds: [...channelIds] }),
    ...(teamIds && { teamIds: [...teamIds] }),
    ...(labelIds && { labelIds: [...labelIds] }),
    ...(priorities && { priorities: [...priorities] }),
  };
  return { kind: 'policy' as const, policyId: view?.policyId ?? null, conditions, seconds };
}

/** Keeps a draft and goes back to the list; what is refused is said where it was entered. */
function useSave(view: SlaPolicyView | null, draft: PolicyDraft, basedOn: string | null) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem, fields } = useChange(savePolicyAction, () => {
    toast(view ? 'Policy saved' : 'Policy added');
    router.push('/settings/promises');
  });

  function save(applyTo: ApplyTo) {
    setAsks(false);
    change({ policyId: view?.policyId ?? null, basedOn, policy: policyIn(draft), applyTo });
  }

  const here = Object.entries(fields).map(([name, why]) => [name.replace(/^policy\./, ''), why]);
  return { asks, setAsks, save, isPending, problem, fields: Object.fromEntries(here) };
}
