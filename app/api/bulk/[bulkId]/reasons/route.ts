import { bulkReasons } from '@/lib/queries/bulk/bulks';
import { read } from '@/lib/route';

export const GET = read<{ bulkId: string }, unknown>((actor, { bulkId }) =>
  bulkReasons(actor, bulkId),
);
