'use client';

import { inboxPath } from '../inbox/location';
import { SoftLink } from '../ui/soft-link';

/** The way to a conversation, by the name of its contact. */
export function ConversationLink({ id, contact }: { id: string; contact: string }) {
  return (
    <SoftLink
      href={inboxPath('all', id)}
      className="inline-block min-h-6 underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-ink"
    >
      <bdi>{contact}</bdi>
    </SoftLink>
  );
}
