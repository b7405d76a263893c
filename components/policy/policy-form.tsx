'use client';

import type { ReactNode } from 'react';
import { useId } from 'react';
import type { PolicyView } from '@/lib/queries/permissions/policy';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { changePolicyAction } from './actions';
import type { PolicyValues } from './policy-values';
import { policyIn, valuesOf } from './policy-values';

type Name = keyof PolicyValues;
type Form = {
  values: PolicyValues;
  set: (name: Name, value: string) => void;
  fields: Readonly<Record<string, string>>;
};

/** What the brand allows itself; for one channel, or without `channelId` for all that say nothing themselves. */
export function PolicyForm({ policy, channelId }: { policy: PolicyView; channelId?: string }) {
  const everywhere = channelId === undefined;
  const { values, set, send, fields, problem, ...state } = useForm(
    (input) => changePolicyAction(policyIn(input as PolicyValues, channelId)),
    { kept: valuesOf(policy, everywhere) },
  );
  const form = { values, set, fields };
  return (
    <form
      className="grid gap-4 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <Group title="Offers">
        {everywhere ? null : (
          <Check form={form} name="ownOffers">
            This channel has rules of its own
          </Check>
        )}
        {values.ownOffers ? <Offers form={form} /> : <AsEverywhere />}
      </Group>
      <Group title="First messages to strangers">
        {everywhere ? null : (
          <Check form={form} name="ownOutreach">
            This channel has rules of its own
          </Check>
        )}
        {values.ownOutreach ? <Outreach form={form} /> : <AsEverywhere />}
      </Group>
      <SaveRow {...state} />
    </form>
  );
}

function Offers({ form }: { form: Form }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        At most <Small form={form} name="offers.perContact" label="Offers to one person" /> to one
        person in{' '}
        <Small form={form} name="offers.inDays" label="Days that offers are counted over" /> days.
      </p>
      <Problem form={form} names={['offers.perContact', 'offers.inDays']} />
      <Check form={form} name="offers.quiet">
        None in quiet hours, by the person’s own clock
      </Check>
      {form.values['offers.quiet'] ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pl-6">
          From <Clock form={form} name="offers.quietFrom" label="Quiet hours begin" /> to{' '}
          <Clock form={form} name="offers.quietTo" label="Quiet hours end" />
        </p>
      ) : null}
      <Problem form={form} names={['offers.quietFrom', 'offers.quietTo']} />
      <p className="text-fact text-ink-3">
        Nobody is sent an offer who has not agreed to it. That is no setting.
      </p>
    </>
  );
}

function Outreach({ form }: { form: Form }) {
  return (
    <>
      <Check form={form} name="outreach.isAllowed">
        People may write first to somebody who never wrote
      </Check>
      {form.values['outreach.isAllowed'] ? (
        <div className="grid gap-2 pl-6">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            At most <Small form={form} name="outreach.perDay" label="First messages in a day" /> in
            a day from each channel.
          </p>
          <Problem form={form} names={['outreach.perDay']} />
          <Check form={form} name="outreach.needsLead">
            Each needs a lead’s approval
          </Check>
        </div>
      ) : null}
      <p className="text-fact text-ink-3">
        Only where the network lets it through, and never anything automatic.
      </p>
    </>
  );
}

function AsEverywhere() {
  return <p className="text-fact text-ink-3">As for the whole workspace.</p>;
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-strong">{title}</legend>
      {children}
    </fieldset>
  );
}

function Check({ form, name, children }: { form: Form; name: Name; children: ReactNode }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        checked={form.values[name] !== ''}
        onChange={({ target }) => form.set(name, target.checked ? 'yes' : '')}
        className="size-4 shrink-0 accent-ink"
      />
      {children}
    </label>
  );
}

const box =
  'h-8 rounded-sm border border-line-strong bg-paper px-2 tabular-nums aria-invalid:border-breach';

function Small({ form, name, label }: { form: Form; name: Name; label: string }) {
  return (
    <input
      aria-label={label}
      inputMode="numeric"
      required
      maxLength={4}
      value={form.values[name]}
      onChange={({ target }) => form.set(name, target.value)}
      className={`${box} w-14 text-right`}
      {...(form.fields[name] ? { 'aria-invalid': true } : {})}
    />
  );
}

function Clock({ form, name, label }: { form: Form; name: Name; label: string }) {
  return (
    <input
      aria-label={label}
      type="time"
      required
      value={form.values[name]}
      onChange={({ target }) => form.set(name, target.value)}
      className={box}
      {...(form.fields[name] ? { 'aria-invalid': true } : {})}
    />
  );
}

function Problem({ form, names }: { form: Form; names: readonly Name[] }) {
  const id = useId();
  const said = names.flatMap((name) => form.fields[name] ?? []);
  if (said.length === 0) return null;
  return (
    <p id={id} role="alert" className="text-breach text-fact">
      {said.join(' ')}
    </p>
  );
}
