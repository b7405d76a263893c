'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { standingOf } from '@/lib/domain/consent/ledger';
import { previewOf } from '@/lib/domain/conversation/preview';
import { ask } from '../thread/ask';
import type { Conversation } from '../thread/conversation';
import { useConversation } from '../thread/conversation';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { Sheet } from '../ui/sheet';
import { recordConsentAction } from './actions';
import { ledgerQuery } from './queries';
import { entryIn } from './words';

const choices = {
  offers: { words: 'They agree to be sent offers', scope: 'offers', granted: true },
  no_offers: { words: 'They want no offers', scope: 'offers', granted: false },
  stop: { words: 'They want no messages at all', scope: 'all', granted: false },
  back: { words: 'They may be written to again', scope: 'all', granted: true },
} as const;
type Choice = keyof typeof choices;

const mostMessages = 30;

/** Writes down what somebody allowed or forbade, and what shows it. */
export function RecordSheet({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const { id, contactName } = conversation;
  const client = useQueryClient();
  const theirs = useTheirMessages(id);
  const offered = useOffered(id);
  const [choice, setChoice] = useState<Choice>('offers');
  const [messageId, setMessageId] = useState(theirs[0]?.id ?? '');
  const [told, setTold] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { scope, granted } = choices[choice];
    const shown = messageId === '' ? { told } : { messageId };
    const result = await ask(() =>
      recordConsentAction({ conversationId: id, scope, granted, ...shown }),
    );
    setBusy(false);
    if (!result.ok) {
      setTrouble(result.refusal.message);
      return;
    }
    await client.invalidateQueries({ queryKey: ledgerQuery(id).queryKey });
    onClose();
  }

  return (
    <Sheet title="Record consent" onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="grid gap-4 p-4 text-list">
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-strong">
            What <bdi>{contactName}</bdi> said
          </legend>
          {offered.map(([name, { words }]) => (
            <label key={name} className="flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="choice"
                value={name}
                checked={name === choice}
                onChange={() => setChoice(name as Choice)}
                className="size-4 accent-ink"
              />
              {words}
            </label>
          ))}
        </fieldset>
        <label className="grid gap-1">
          <span className="font-strong">Where they said it</span>
          <select
            value={messageId}
            onChange={({ target }) => setMessageId(target.value)}
            className="h-9 w-full min-w-0 rounded-sm border border-line-strong bg-paper px-2"
          >
            {theirs.map((message) => (
              <option key={message.id} value={message.id}>
                {message.words}
              </option>
            ))}
            <option value="">Elsewhere: by phone, on a form, in person</option>
          </select>
        </label>
        {messageId === '' ? (
          <label className="grid gap-1">
            <span className="font-strong">How they told you</span>
            <input
              required
              maxLength={300}
              value={told}
              placeholder="By phone, order 1042"
              onChange={({ target }) => setTold(target.value)}
              className="h-9 rounded-sm border border-line-strong bg-panel px-2.5"
            />
          </label>
        ) : null}
        <p role="alert" className="text-breach empty:hidden">
          {trouble}
        </p>
        <p className="text-fact text-ink-3">
          It stands in their history with your name and cannot be taken out again.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="go" type="submit" disabled={busy}>
            Record
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** What can be said of them: only who wants no messages can take that back. */
function useOffered(conversationId: string) {
  const { data: ledger } = useQuery(ledgerQuery(conversationId));
  const { optedOut } = standingOf((ledger?.lines ?? []).map(entryIn));
  const isOut = optedOut?.scope === 'all';
  return Object.entries(choices).filter(([name]) => name !== 'back' || isOut);
}

/** Their newest messages that can be pointed to, the newest first. */
function useTheirMessages(conversationId: string): { id: string; words: string }[] {
  const { open } = useConversation(conversationId);
  const { zone } = useClock();
  return (open?.messages ?? [])
    .filter(({ kind, unreadable }) => kind === 'inbound' && unreadable === null)
    .slice(-mostMessages)
    .reverse()
    .map(({ id, at, body, attachments }) => ({
      id,
      words: `${shortMoment(at, zone)}: ${previewOf({ body, attachments }).slice(0, 80)}`,
    }));
}
