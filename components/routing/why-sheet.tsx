'use client';

import { useQuery } from '@tanstack/react-query';
import { givenSentences, skipSentences } from '@/lib/domain/routing/sentences';
import type { AssignmentView } from '@/lib/queries/routing/assignment-view';
import { useMemberNames } from '../inbox/members';
import type { Conversation } from '../thread/conversation';
import { At } from '../ui/at';
import { Face } from '../ui/face';
import { Sheet } from '../ui/sheet';
import { assignmentQuery } from './queries';
import { capital, loadWords } from './words';

type Told = Extract<AssignmentView, { kind: 'router' | 'waits' }>;

/** Why it went to whom it did, or why nobody can be given it now; and of each colleague why not to them. */
export function WhySheet({
  conversation,
  onClose,
}: {
  conversation: Pick<Conversation, 'id' | 'ownerId'>;
  onClose: () => void;
}) {
  const { data, isError } = useQuery(assignmentQuery(conversation.id));
  const waits = data ? data.kind === 'waits' : conversation.ownerId === null;
  const told = data?.kind === 'router' || data?.kind === 'waits' ? data : null;
  return (
    <Sheet title={waits ? 'Why it waits' : 'Why them'} onClose={onClose}>
      <section
        aria-label="Why it was given like this"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="quiet-scroll max-h-[70dvh] min-h-40 overflow-y-auto p-4"
      >
        {told ? <Why told={told} /> : null}
        {data && !told ? <p className="text-ink-2">Nobody gives this out.</p> : null}
        {isError && !data ? (
          <p className="text-ink-2">It cannot be read just now. Close this and try again.</p>
        ) : null}
      </section>
    </Sheet>
  );
}

function Why({ told }: { told: Told }) {
  const chosenId = told.memberId;
  return (
    <>
      {chosenId === null ? (
        <p>{givenSentences.nobody}</p>
      ) : (
        <Person memberId={chosenId} sentence={givenSentences[told.given]} />
      )}
      <p className="mt-1.5 mb-4 text-fact text-ink-3">
        {told.kind === 'router' ? (
          <>
            With it their load was {loadWords(told)}. Given <At at={told.at} />.
          </>
        ) : (
          'As it stands now.'
        )}
      </p>
      <h3 className="mb-2 font-strong text-fact text-ink-3">
        {chosenId === null ? 'Why nobody' : 'Why not the others'}
      </h3>
      {told.skipped.length > 0 ? (
        <ul className="grid gap-3">
          {told.skipped.map(({ memberId, reason }) => (
            <li key={memberId}>
              <Person memberId={memberId} sentence={skipSentences[reason]} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">
          {chosenId === null ? 'Nobody is in the team.' : 'Nobody else is in the team.'}
        </p>
      )}
    </>
  );
}

function Person({ memberId, sentence }: { memberId: string; sentence: string }) {
  const name = capital(useMemberNames()(memberId));
  return (
    <div className="flex items-start gap-2.5">
      <Face id={memberId} name={name} size="small" />
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <bdi className="font-strong">{name}</bdi>
        <span className="block text-ink-2">{sentence}</span>
      </p>
    </div>
  );
}
