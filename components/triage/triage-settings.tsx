'use client';

import { useRef, useState } from 'react';
import type { TriageSettings as Settings } from '@/lib/queries/triage/triage-settings';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useChange } from '../settings/use-change';
import { useForm } from '../settings/use-form';
import { Button } from '../ui/button';
import { blockDomainAction, resetLearningAction, unblockDomainAction } from './actions';
import { percent } from './intent-words';

/** How triage and quarantine did of late, what was learned, and which domains are blocked. */
export function TriageSettings({ settings: { late, learned, domains } }: { settings: Settings }) {
  return (
    <>
      <Section id="triage-quarantine" title={`Quarantine, last ${late.days} days`}>
        <Figures
          figures={[
            ['Put aside', count(late.quarantined)],
            ['Taken out by a person', count(late.released)],
            ['Wrongly put aside', shareOf(late.released, late.quarantined)],
          ]}
        />
        <p className="mt-2 max-w-140 text-ink-2">
          Only a stranger’s first message is ever put aside: for a blocked domain, for the same text
          from several strangers within a day, for being nothing but a link, or for words that leave
          no doubt. It stands under Spam, says why, and no clock runs until somebody releases it.
        </p>
      </Section>
      <Learned late={late} learned={learned} />
      <Domains domains={domains} />
    </>
  );
}

function Learned({ late, learned }: Pick<Settings, 'late' | 'learned'>) {
  const [isAsked, setAsked] = useState(false);
  const { change, isPending, problem } = useChange(resetLearningAction, () => setAsked(false));
  const said = late.otherwise + late.confirmed;
  return (
    <Section id="triage-learned" title="What was learned">
      <Figures
        figures={[
          ['Corrections it learns from', count(learned.lessons)],
          [`Judged, last ${late.days} days`, count(late.judged)],
          ['Of those corrected', shareOf(late.otherwise, late.judged)],
          ['Right where a person said', shareOf(late.confirmed, said)],
        ]}
      />
      <p className="mt-2 max-w-140 text-ink-2">
        Corrections, marking as spam and releases teach it, for this workspace alone. It keeps
        numbers, not words, and of the newest 400 corrections.
      </p>
      <Notice message={problem} />
      {learned.lessons > 0 ? (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {isAsked ? (
            <>
              <p className="text-ink-2">Forget all {count(learned.lessons)}? This stays so.</p>
              <Button tone="grave" disabled={isPending} onClick={() => change({})}>
                Forget them
              </Button>
              <Button tone="quiet" onClick={() => setAsked(false)}>
                Keep them
              </Button>
            </>
          ) : (
            <Button onClick={() => setAsked(true)}>Forget what was learned…</Button>
          )}
        </div>
      ) : null}
    </Section>
  );
}

const fresh = { domain: '' };

function Domains({ domains }: Pick<Settings, 'domains'>) {
  const form = useRef<HTMLFormElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    blockDomainAction,
    { kept: fresh, after: fresh },
    () => form.current?.querySelector('input')?.focus(),
  );
  return (
    <Section id="triage-domains" title={`Blocked domains (${domains.length})`}>
      <form
        ref={form}
        className="grid gap-3 rounded-lg border border-line bg-panel p-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Unsaved when={state.isDirty} />
        <Notice message={problem} />
        <Field
          label="Domain"
          name="blocked-domain"
          autoComplete="off"
          placeholder="cheap-followers.example"
          value={values.domain}
          onChange={({ target }) => set('domain', target.value)}
          hint="All that ends in it is meant, too."
          problem={fields['domain']}
          required
        />
        <SaveRow {...state} keptWord="Blocked">
          Block
        </SaveRow>
      </form>
      {domains.length > 0 ? (
        <ul className="mt-3 rounded-lg border border-line bg-panel">
          {domains.map((each) => (
            <DomainLine key={each.domain} {...each} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function DomainLine({ domain, by }: Settings['domains'][number]) {
  const { change, isPending, problem } = useChange(unblockDomainAction);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0">
      <bdi className="min-w-40 flex-1 break-all">{domain}</bdi>
      <span className="text-fact text-ink-3">
        blocked by <bdi>{by}</bdi>
      </span>
      <Button tone="quiet" disabled={isPending} onClick={() => change({ domain })}>
        Unblock<span className="sr-only"> {domain}</span>
      </Button>
      <Notice message={problem} />
    </li>
  );
}

function Figures({ figures }: { figures: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="flex flex-wrap gap-px overflow-hidden rounded-lg border border-line bg-line">
      {figures.map(([name, value]) => (
        <div
          key={name}
          className="flex min-w-36 flex-1 flex-col-reverse justify-end bg-panel px-4 py-3"
        >
          <dt className="text-fact text-ink-3">{name}</dt>
          <dd className="font-title text-title tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** Of nothing there is no share. */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? '–' : percent(part / whole);
}
