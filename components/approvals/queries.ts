import { queryOptions } from '@tanstack/react-query';
import type { ApprovalLine } from '@/lib/queries/replies/views';
import { readJson } from '../shell/read-json';

/** Replies that strayed from approved words and wait for somebody. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: ({ signal }) => readJson<ApprovalLine[]>('/api/approvals', signal),
});
