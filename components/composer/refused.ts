import type { MessageKind } from '@/lib/domain/conversation/conversation';
import type { RefusalView } from '@/lib/domain/refusal';
import type { Stray } from '@/lib/domain/replies/judge';

/** What a colleague wrote while this person was writing. */
export type Unseen = {
  id: string;
  kind: MessageKind;
  authorId: string | null;
  body: string;
  at: string;
};

/** What a refusal brings along: colleagues' messages, and what strayed from approved words. None when it was refused for another reason. */
export function broughtBy(told: RefusalView | null): { unseen: Unseen[]; strays: Stray[] } {
  const { unseen, strays } = told?.details ?? {};
  return {
    unseen: Array.isArray(unseen) ? unseen : [],
    strays: Array.isArray(strays) ? strays : [],
  };
}
