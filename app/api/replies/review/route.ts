import { reviewQueue } from '@/lib/queries/replies/review-queue';
import { read } from '@/lib/route';

export const GET = read((actor) => reviewQueue(actor));
