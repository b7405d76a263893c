import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import { membersQuery } from '../inbox/queries';
import { toast } from '../ui/toast';

/** Tells whoever wrote a draft that a lead has it now. */
export function tellTaken(client: QueryClient, events: readonly LiveEvent[], me: string) {
  const taken = events.find(
    ({ type, memberId, actorMemberId }) =>
      type === 'draft.taken' && memberId === me && actorMemberId !== me,
  );
  if (!taken) return;
  const members = client.getQueryData(membersQuery.queryKey);
  const lead = members?.find(({ id }) => id === taken.actorMemberId)?.name ?? 'A lead';
  toast(`${lead} took over your draft.`);
}
