import { savedViewList } from '@/lib/queries/views/saved-view-list';
import { read } from '@/lib/route';

export const GET = read((actor) => savedViewList(actor));
