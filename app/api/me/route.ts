import { me } from '@/lib/queries/inbox/me';
import { read } from '@/lib/route';

export const GET = read((actor) => me(actor));
