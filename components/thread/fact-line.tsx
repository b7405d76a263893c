'use client';

import { Check, CornerDownLeft, Hand, UserMinus, UserPlus } from 'lucide-react';
import type { ComponentType } from 'react';
import type { EventType } from '@/lib/domain/conversation/events';
import type { ThreadFact } from '@/lib/queries/inbox/views';
import { useMemberNames } from '../inbox/members';
import { At } from '../ui/clock';

type Telling = {
  icon: ComponentType<{ size?: number; strokeWidth?: number }>;
  tell: (actor: string, member: string) => string;
};

const tellings: Partial<Record<EventType, Telling>> = {
  'conversation.claimed': { icon: Hand, tell: (_, member) => `${member} took it` },
  'conversation.assigned': {
    icon: UserPlus,
    tell: (actor, member) => `${actor} gave it to ${member}`,
  },
  'conversation.unassigned': { icon: UserMinus, tell: (actor) => `${actor} left it to nobody` },
  'conversation.closed': { icon: Check, tell: (actor) => `${actor} closed it` },
  'conversation.reopened': { icon: CornerDownLeft, tell: (actor) => `${actor} opened it again` },
};

/** Something that happened, told between the messages. */
export function FactLine({ fact }: { fact: ThreadFact }) {
  const nameOf = useMemberNames();
  const telling = tellings[fact.type];
  if (!telling) return null;
  const { icon: Icon, tell } = telling;
  const actor = fact.actorId === null ? 'Porchlight' : nameOf(fact.actorId);
  const sentence = tell(actor, nameOf(fact.memberId ?? fact.actorId));
  return (
    <li className="mt-3.5 flex items-center gap-2 text-fact text-ink-3 pane:pl-10.5">
      <span aria-hidden className="shrink-0">
        <Icon size={14} strokeWidth={1.7} />
      </span>
      <span>
        {sentence.charAt(0).toUpperCase() + sentence.slice(1)}, <At at={fact.at} />
      </span>
    </li>
  );
}
