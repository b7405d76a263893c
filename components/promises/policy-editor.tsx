'use client';

import type { HoursView, SlaPolicyView } from '@/lib/queries/sla/settings';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { ApplyQuestion } from './apply-question';
import { ConditionFields } from './conditions';
import { policyDraft, policyProblems } from './draft';
import { NewerNotice } from './newer-notice';
import type { Fields } from './part';
import { Part } from './part';
import { Counting, Promises } from './promised-parts';
import { Steps } from './steps';
import type { Things } from './things';
import { namedThings } from './things';
import { useDraft } from './use-draft';
import { inMind, useSavePolicy } from './use-save-policy';

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
  const { asks, setAsks, save, isPending, problem, fields } = useSavePolicy(
    view,
    draft,
    version.basedOn,
  );
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
