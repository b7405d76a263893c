'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { textProblems } from '@/lib/domain/offers/text';
import type { LabelView } from '@/lib/queries/inbox/views';
import type { OfferView } from '@/lib/queries/offers/offer';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { changeOfferAction } from './actions';
import { AudienceWords } from './audience-words';
import { LabelChoice } from './label-choice';
import { Preview } from './preview';
import { audienceQuery } from './queries';

type Values = { name: string; body: string; labels: string };

/** What an offer says and whom it is for, while that can be changed. */
export function OfferForm({ offer, labels }: { offer: OfferView; labels: readonly LabelView[] }) {
  const { id: offerId, version, state: stands } = offer;
  const { values, set, send, fields, problem, ...state } = useForm(
    (input) => changeOfferAction({ offerId, version, ...changed(input as Values) }),
    { kept: { name: offer.name, body: offer.body, labels: offer.labelIds.join(' ') } },
  );
  return (
    <form
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Section id="offer-text" title="What it says">
        <div className="grid gap-4 rounded-lg border border-line bg-panel p-4">
          <Field
            label="Name of the offer"
            name="offer-name"
            hint="For you and your colleagues; it is not sent."
            autoComplete="off"
            value={values.name}
            onChange={({ target }) => set('name', target.value)}
            problem={fields['name']}
            required
            maxLength={60}
          />
          <Body
            body={values.body}
            onChange={(body) => set('body', body)}
            refused={fields['body']}
          />
          <Preview body={values.body} offer={offer} />
        </div>
      </Section>
      <Section id="offer-audience" title="Whom it is for">
        <div className="grid gap-3 rounded-lg border border-line bg-panel p-4">
          <Chosen
            offer={offer}
            labels={labels}
            chosen={idsIn(values.labels)}
            onChange={(chosen) => set('labels', inOrder(labels, chosen).join(' '))}
          />
        </div>
      </Section>
      <div className="grid gap-2">
        <Notice message={problem} />
        {stands === 'approved' && state.isDirty ? (
          <p className="text-amber-ink">Saving takes the approval back: it was for other words.</p>
        ) : null}
        <SaveRow {...state} />
      </div>
    </form>
  );
}

function changed({ name, body, labels }: Values) {
  return { name, body, labelIds: idsIn(labels) };
}

function idsIn(labels: string): string[] {
  return labels === '' ? [] : labels.split(' ');
}

/** Always the same words for the same labels, so that going back to them is no change. */
function inOrder(labels: readonly LabelView[], chosen: readonly string[]): string[] {
  return labels.map(({ id }) => id).filter((id) => chosen.includes(id));
}

function Body({
  body,
  onChange,
  refused,
}: {
  body: string;
  onChange: (body: string) => void;
  refused: string | undefined;
}) {
  const id = useId();
  const found = body === '' ? [] : textProblems(body, { name: '', code: '' }, textLimits.reply);
  const problems = refused ? [refused] : found;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
        Text
      </label>
      <textarea
        id={id}
        rows={5}
        dir="auto"
        value={body}
        onChange={({ target }) => onChange(target.value)}
        aria-describedby={`${id}-said`}
        {...(problems.length > 0 ? { 'aria-invalid': true } : {})}
        className="field-sizing-content block min-h-28 w-full resize-y rounded-sm border border-line-strong bg-paper px-2.5 py-1.5 text-message aria-invalid:border-breach"
      />
      <p
        id={`${id}-said`}
        className={problems.length > 0 ? 'mt-1 text-breach text-fact' : 'mt-1 text-fact text-ink-3'}
      >
        {problems.length > 0
          ? problems.join(' ')
          : '{name} becomes the person’s name, {code} a code of their own.'}
      </p>
    </div>
  );
}

function Chosen({
  offer: { channelId, audience: kept, labelIds },
  labels,
  chosen,
  onChange,
}: {
  offer: OfferView;
  labels: readonly LabelView[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const isKept = chosen.join(' ') === labelIds.join(' ');
  const { data } = useQuery({ ...audienceQuery(channelId, chosen), enabled: !isKept });
  const audience = (isKept ? undefined : data) ?? kept;
  return (
    <>
      <LabelChoice labels={labels} chosen={chosen} byLabel={kept.byLabel} onChange={onChange} />
      <AudienceWords audience={audience} labels={labels.filter(({ id }) => chosen.includes(id))} />
      <p className="text-fact text-ink-3">
        Nobody else can be chosen: without their yes, no offer goes to them.
      </p>
    </>
  );
}
