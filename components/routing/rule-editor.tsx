'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { namesOf } from '@/lib/domain/rules/names';
import type { RoutingView, RuleView } from '@/lib/queries/rulebook/settings';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { Check } from '../promises/check';
import { NewerNotice } from '../promises/newer-notice';
import { Part } from '../promises/part';
import { useDraft } from '../promises/use-draft';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { toast } from '../ui/toast';
import { saveRuleAction } from './actions';
import { ConditionRows } from './condition-rows';
import type { RuleDraft } from './draft';
import { ruleDraft, ruleIn, ruleProblems } from './draft';
import { EffectFields } from './effect-fields';
import type { Known } from './known';
import { rulesQuery } from './queries';
import { Sentence } from './sentence';
import { Trial } from './trial';
import { useRulesChange } from './use-changed';
import { Versions } from './versions';

/** A routing rule, new or to be changed. What a colleague does to it meanwhile is heard of. */
export function RuleEditor({ ruleId, mayChange }: { ruleId: string | null; mayChange: boolean }) {
  const { data } = useQuery(rulesQuery);
  const view = data?.rules.find((one) => one.ruleId === ruleId) ?? null;
  if (!data || (ruleId !== null && !view)) {
    return <p className="text-ink-2">There is no such rule any more.</p>;
  }
  return <Form key={ruleId} routing={data} view={view} mayChange={mayChange} />;
}

/** A rule as it is typed, what is wrong with it, and the way to keep it. */
function useRuleForm({ things }: RoutingView, view: RuleView | null) {
  const router = useRouter();
  const { draft, set, isDirty, ...version } = useDraft(view, ruleDraft);
  const { change, isPending, problem, fields } = useRulesChange(saveRuleAction, () => {
    toast(view ? 'Rule saved' : 'Rule added');
    router.push('/settings/routing');
  });
  const [isTried, setTried] = useState(false);
  const rule = ruleIn(draft, things);
  const wrong = ruleProblems(draft);
  const isWrong = Object.keys(wrong).length > 0;
  const ruleId = view?.ruleId ?? null;
  return {
    ...{ draft, set, isDirty, isPending, rule, ruleId },
    newer: isPending ? null : version.newer,
    problem: version.newer ? undefined : whyNotSaved(isTried && isWrong, problem),
    problems: { ...atPlaces(fields), ...(isTried && wrong) },
    save: () => {
      setTried(true);
      if (!isWrong) change({ ruleId, basedOn: version.basedOn, rule });
    },
  };
}

/** While one writes, what is not finished yet is not wrong. */
function whyNotSaved(isUnfinished: boolean, problem: string | undefined): string | undefined {
  return isUnfinished ? 'It is not complete yet. What is missing stands at its place.' : problem;
}

function Form({
  routing,
  view,
  mayChange,
}: {
  routing: RoutingView;
  view: RuleView | null;
  mayChange: boolean;
}) {
  const { things } = routing;
  const known = { things, names: namesOf(things) };
  const form = useRuleForm(routing, view);
  const may = mayChange && view?.archived !== true;
  return (
    <>
      <form
        className="grid gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <Unsaved when={may && form.isDirty && !form.isPending} />
        <NewerNotice newer={form.newer} what="this rule" />
        {view?.archived ? (
          <p className="text-ink-2">It is archived. Restore it in the list to change it.</p>
        ) : null}
        <fieldset disabled={!may} className="grid min-w-0 gap-8">
          <Parts
            draft={form.draft}
            set={form.set}
            known={known}
            problems={form.problems}
            mayChange={may}
          />
        </fieldset>
        <div className="rounded-sm bg-sunken px-3 py-2.5">
          <Sentence rule={form.rule} names={known.names} />
        </div>
        <Notice message={form.problem} />
        {may ? (
          <SaveRow
            isDirty={form.isDirty || view === null}
            isPending={form.isPending}
            isKept={false}
          >
            {view ? 'Save' : 'Add this rule'}
          </SaveRow>
        ) : null}
      </form>
      {may ? <TryIt draft={{ ruleId: form.ruleId, rule: form.rule }} /> : null}
      {view ? <Versions ruleId={view.ruleId} known={known} /> : null}
    </>
  );
}

function TryIt({ draft }: { draft: NonNullable<Parameters<typeof Trial>[0]['draft']> }) {
  return (
    <Part
      title="Try it out"
      about="What this rule, among the others in their order, would do to the newest message of each of the latest conversations. Nothing is changed."
    >
      <Trial draft={draft} order={null} />
    </Part>
  );
}

function Parts({
  draft,
  set,
  known,
  problems,
  mayChange,
}: {
  draft: RuleDraft;
  set: (part: Partial<RuleDraft>) => void;
  known: Known;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
}) {
  return (
    <>
      <div className="grid gap-3">
        <Field
          label="Name"
          name="rule-name"
          autoComplete="off"
          required
          maxLength={60}
          placeholder="Journalists"
          value={draft.name}
          onChange={({ target }) => set({ name: target.value })}
          problem={problems['name']}
        />
        <Check checked={draft.enabled} onChange={(enabled) => set({ enabled })}>
          Switched on
        </Check>
      </div>
      <Part title="When" about="All of it has to hold; of each line one is enough.">
        <ConditionRows
          conditions={draft.conditions}
          known={known}
          problems={problems}
          mayChange={mayChange}
          onChange={(conditions) => set({ conditions })}
        />
      </Part>
      <Part
        title="Then"
        about="What a person decides in a visit stays. Whoever has a conversation keeps it, with its team."
      >
        <EffectFields
          effects={draft.effects}
          known={known}
          problems={problems}
          mayChange={mayChange}
          onChange={(effects) => set({ effects })}
        />
        {problems['effects'] ? (
          <p className="mt-1 text-breach text-fact">{problems['effects']}</p>
        ) : null}
      </Part>
    </>
  );
}

/** Where the server found something wrong, as the form calls the place. */
function atPlaces(fields: Readonly<Record<string, string>>): Record<string, string> {
  const here = Object.entries(fields).map(([name, why]) => [name.replace(/^rule\./, ''), why]);
  return Object.fromEntries(here);
}
