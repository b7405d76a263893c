import { approvalQueue } from '@/lib/queries/replies/approvals';
import { read } from '@/lib/route';

export const GET = read(approvalQueue);
