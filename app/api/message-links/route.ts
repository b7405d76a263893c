import { linkList } from '@/lib/queries/links/link-list';
import { read } from '@/lib/route';

export const GET = read((actor) => linkList(actor));
