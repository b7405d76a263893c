import { replyLibrary } from '@/lib/queries/replies/library';
import { read } from '@/lib/route';

export const GET = read((actor) => replyLibrary(actor));
