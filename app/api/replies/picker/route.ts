import { pickerReplies } from '@/lib/queries/replies/picker';
import { read } from '@/lib/route';

export const GET = read((actor) => pickerReplies(actor));
