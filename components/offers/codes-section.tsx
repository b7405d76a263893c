'use client';

import { useId, useRef, useState } from 'react';
import { asksForCode } from '@/lib/domain/offers/text';
import type { OfferView } from '@/lib/queries/offers/offer';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { Button, buttonClass } from '../ui/button';
import { addOfferCodesAction, removeOfferCodesAction } from './actions';
import { useOfferChange } from './use-offer-change';
import { codes as codesOf, people } from './words';

/** The pool of codes: how many there are, and more of them from a file or by hand. */
export function CodesSection({ offer, mayWrite }: { offer: OfferView; mayWrite: boolean }) {
  const isOver = offer.state === 'stopped' || offer.state === 'done';
  const isNeeded = asksForCode(offer.body);
  if (isOver && offer.codes.total === 0) return null;
  return (
    <Section id="offer-codes" title="Codes">
      <div className="grid gap-3 rounded-lg border border-line bg-panel p-4">
        <p>{poolWords(offer)}</p>
        <p className="text-ink-2 empty:hidden">{enoughWords(offer, isNeeded)}</p>
        {mayWrite && !isOver ? <AddCodes offer={offer} /> : null}
      </div>
    </Section>
  );
}

function poolWords({ codes: { total, given } }: OfferView): string {
  if (total === 0) return 'No codes yet.';
  if (given === 0) return `${codesOf(total)}, none given yet.`;
  return `${codesOf(total)}, ${given.toLocaleString('en-GB')} given.`;
}

function enoughWords({ codes, audience, startedAt }: OfferView, isNeeded: boolean): string | null {
  if (!isNeeded) return 'The text asks for none. Write {code} in it to give each person their own.';
  const missing = audience.chosen - codes.total;
  if (startedAt !== null || codes.total === 0 || missing <= 0) return null;
  return `Not enough for everybody: ${people(missing)} would get none.`;
}

function AddCodes({ offer: { id: offerId, state, codes } }: { offer: OfferView }) {
  const fieldId = useId();
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const adding = useOfferChange(addOfferCodesAction, ({ added, repeated }) => {
    setTold(addedWords(added, repeated));
    setText('');
  });
  const removing = useOfferChange(removeOfferCodesAction, ({ removed }) =>
    setTold(`${codesOf(removed)} taken out.`),
  );
  const mayRemove = codes.total > 0 && (state === 'draft' || state === 'approved');
  const isPending = adding.isPending || removing.isPending;

  function add(csv: string) {
    setTold('');
    adding.change({ offerId, csv });
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add(text);
      }}
    >
      <Notice message={adding.problem ?? removing.problem} />
      <label htmlFor={fieldId} className="font-strong text-ink-2">
        Add codes
      </label>
      <textarea
        id={fieldId}
        rows={3}
        value={text}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        aria-describedby={`${fieldId}-said`}
        className="block w-full resize-y rounded-sm border border-line-strong bg-paper px-2.5 py-1.5 tabular-nums"
      />
      <p id={`${fieldId}-said`} className="text-fact text-ink-3">
        One on a line, or a CSV file with the codes in its first column.
      </p>
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <Button type="submit" disabled={isPending || text.trim() === ''}>
          Add these
        </Button>
        <FileButton disabled={isPending} onText={add} />
        {mayRemove ? (
          <Button tone="quiet" disabled={isPending} onClick={() => removing.change({ offerId })}>
            Take all codes out
          </Button>
        ) : null}
        <p role="status" className="text-ink-2">
          {told}
        </p>
      </div>
    </form>
  );
}

function addedWords(added: number, repeated: number): string {
  const there = repeated > 0 ? `, ${repeated.toLocaleString('en-GB')} repeated and left out` : '';
  return `${codesOf(added)} added${there}.`;
}

function FileButton({ disabled, onText }: { disabled: boolean; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);

  async function read(file: File | undefined) {
    if (!file) return;
    const text = await file.text();
    if (input.current) input.current.value = '';
    onText(text);
  }

  return (
    <label
      className={buttonClass(
        'plain',
        'cursor-pointer focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2',
      )}
    >
      Choose a file
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        disabled={disabled}
        onChange={({ target }) => void read(target.files?.[0])}
        className="sr-only"
      />
    </label>
  );
}
