'use client';

import { useRouter } from 'next/navigation';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { useForm } from '../settings/use-form';
import { createOfferAction } from './actions';

export type OfferChannel = { id: string; handle: string };

/** Names an offer and the channel it comes from; everything else is written on its own page. */
export function NewOffer({ channels }: { channels: readonly OfferChannel[] }) {
  const router = useRouter();
  const [first] = channels;
  const { values, set, send, fields, problem, ...state } = useForm(
    createOfferAction,
    { kept: { name: '', channelId: first?.id ?? '' } },
    ({ offerId }) => router.push(`/offers/${offerId}`),
  );
  if (!first) {
    return <p className="text-ink-2">Connect a channel first: an offer comes from one of them.</p>;
  }
  return (
    <form
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Notice message={problem} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label="Name of the offer"
          name="offer-name"
          autoComplete="off"
          placeholder="Summer opening"
          value={values.name}
          onChange={({ target }) => set('name', target.value)}
          problem={fields['name']}
          required
          maxLength={60}
        />
        <label className="block">
          <span className="mb-1 block font-strong text-ink-2">From</span>
          <select
            value={values.channelId}
            onChange={({ target }) => set('channelId', target.value)}
            className="h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5 text-message"
          >
            {channels.map(({ id, handle }) => (
              <option key={id} value={id}>
                @{handle}
              </option>
            ))}
          </select>
        </label>
      </div>
      <SaveRow {...state} keptWord="Begun">
        Begin
      </SaveRow>
    </form>
  );
}
