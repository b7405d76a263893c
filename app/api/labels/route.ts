import { labelList } from '@/lib/queries/labels/label-list';
import { read } from '@/lib/route';

export const GET = read((actor) => labelList(actor));
