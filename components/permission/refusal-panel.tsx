'use client';

import { Ban } from 'lucide-react';
import type { Decision } from '@/lib/domain/permissions/decide';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import type { Conversation } from '../thread/conversation';
import { useAsking } from './asking';
import { PermissionFacts } from './facts';
import { namesOf } from './names';
import { Remedies } from './remedies';

/** Why nobody may write to this person now, what that rests on, and what can be done. */
export function RefusalPanel({
  decision,
  conversation,
}: {
  decision: Decision;
  conversation: Conversation;
}) {
  const asking = useAsking(conversation.id, decision);
  return (
    <section
      id="may-reply"
      aria-label="Why you cannot write now"
      className="grid gap-2 border-line border-b bg-breach-wash px-3 py-2.5 text-fact"
    >
      <p className="flex items-start gap-2">
        <Ban aria-hidden size={14} className="mt-0.5 shrink-0 text-breach" />
        <span className="min-w-0 font-strong text-breach [overflow-wrap:anywhere]">
          {sentenceOf(decision.reason, namesOf(conversation))}
        </span>
      </p>
      <Remedies remedies={decision.remedies} conversation={conversation} asking={asking} />
      <details>
        <summary className="w-fit cursor-pointer text-ink-2">What this rests on</summary>
        <div className="pt-2">
          <PermissionFacts facts={conversation.relation} conversation={conversation} />
        </div>
      </details>
    </section>
  );
}
