import { attributeList } from '@/lib/queries/attributes/attribute-list';
import { read } from '@/lib/route';

export const GET = read((actor) => attributeList(actor));
