import { doorViews } from '@/lib/door';
import { read } from '@/lib/route';

export const GET = read((actor) => doorViews(actor));
