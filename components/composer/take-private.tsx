'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { goTo } from '../inbox/location';
import { useAsking } from '../permission/asking';
import { namesOf } from '../permission/names';
import { Remedies } from '../permission/remedies';
import { useCan } from '../shell/me';
import { ask } from '../thread/ask';
import type { Conversation } from '../thread/conversation';
import { refreshConversation } from '../thread/patch';
import { Button } from '../ui/button';
import { Ago } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { toast } from '../ui/toast';
import { inviteAction, writePrivatelyAction } from './actions';

/** How a public conversation goes on in private: at once, by an invitation in approved words, or what must change. */
export function TakePrivate({
  conversation,
  seenSeq,
  onClose,
}: {
  conversation: Conversation;
  seenSeq: number;
  onClose: () => void;
}) {
  const { inPublic } = conversation;
  if (!inPublic) return null;
  const { way, handoff } = inPublic;
  return (
    <section
      aria-label="Take private"
      className="grid gap-2 border-line border-b px-3 py-2.5 text-fact"
    >
      {handoff ? <Begun handoff={handoff} /> : null}
      {way.kind === 'write' ? <WritePrivately conversation={conversation} /> : null}
      {way.kind === 'invite' && !handoff ? (
        <Invite conversation={conversation} seenSeq={seenSeq} onDone={onClose} />
      ) : null}
      {way.kind === 'none' ? <NoWay conversation={conversation} decision={way.decision} /> : null}
    </section>
  );
}

/** What came of it so far. */
function Begun({
  handoff,
}: {
  handoff: NonNullable<NonNullable<Conversation['inPublic']>['handoff']>;
}) {
  const { how, invitedAt, arrivedAt } = handoff;
  if (how === 'written') {
    return (
      <p className="text-ink-2">
        Taken private <Ago at={invitedAt} />.
      </p>
    );
  }
  return (
    <p className="text-ink-2">
      Invited <Ago at={invitedAt} />.{' '}
      {arrivedAt ? 'They wrote in private since.' : 'They have not written in private yet.'}
    </p>
  );
}

function WritePrivately({ conversation }: { conversation: Conversation }) {
  const [underway, setUnderway] = useState(false);
  async function write() {
    setUnderway(true);
    const result = await ask(() => writePrivatelyAction({ conversationId: conversation.id }));
    setUnderway(false);
    if (result.ok) goTo('all', result.value.conversationId);
    else toast(result.refusal.message, { grave: true });
  }
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>
        You can write to <bdi>{conversation.contactName}</bdi> in private.
      </span>
      <Button tone="go" disabled={underway} onClick={() => void write()}>
        Go on in private
      </Button>
    </p>
  );
}

type Inviting = { conversation: Conversation; seenSeq: number; onDone: () => void };

function Invite({ conversation, seenSeq, onDone }: Inviting) {
  const client = useQueryClient();
  const { invitations = [], costs } = conversation.inPublic ?? {};
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [clientKey] = useState(() => crypto.randomUUID());
  if (invitations.length === 0) {
    return <NoInvitation />;
  }
  // What was chosen may have been removed since, and the first may have come since.
  const textId = (invitations.find(({ id }) => id === chosenId) ?? invitations[0])?.id;
  async function invite() {
    if (!textId) return;
    const input = { conversationId: conversation.id, clientKey, textId, seenSeq };
    const result = await ask(() => inviteAction(input));
    await refreshConversation(client, conversation.id);
    if (result.ok) onDone();
    else setTrouble(result.refusal.message);
  }
  return (
    <>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5">
          <bdi>{conversation.contactName}</bdi> has to write first. Everyone can read the
          invitation; its button opens a private message to the account.
        </legend>
        {invitations.map(({ id, body }) => (
          <label key={id} className="flex items-start gap-2 text-list">
            <input
              type="radio"
              name={`invitation-${conversation.id}`}
              checked={id === textId}
              onChange={() => setChosenId(id)}
              className="mt-1 accent-(--ink)"
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{body}</span>
          </label>
        ))}
      </fieldset>
      <p className="flex flex-wrap items-center gap-2">
        <Button tone="go" onClick={() => void invite()}>
          Invite in public
        </Button>
        {costs ? (
          <span
            className="text-ink-3"
            title={`By the network’s price list of ${costs.asOf}, which does not say whether the button counts as a link.`}
          >
            Costs up to ${costs.withLink.toFixed(2)}
          </span>
        ) : null}
        <span role="alert" className="text-breach">
          {trouble}
        </span>
      </p>
    </>
  );
}

function NoInvitation() {
  const mayWrite = useCan('invitation.write');
  const where = (
    <SoftLink href="/settings/invitations" className="underline">
      {mayWrite ? 'Add one' : 'See whom to ask'}
    </SoftLink>
  );
  return <p>No invitation is approved yet. {where}</p>;
}

function NoWay({
  conversation,
  decision,
}: {
  conversation: Conversation;
  decision: Parameters<typeof useAsking>[1];
}) {
  const asking = useAsking(conversation.id, decision);
  return (
    <>
      <p className="font-strong text-breach">
        {sentenceOf(decision.reason, namesOf(conversation))}
      </p>
      <Remedies
        remedies={decision.remedies}
        conversation={{ ...conversation, kind: 'private' }}
        asking={asking}
      />
    </>
  );
}
