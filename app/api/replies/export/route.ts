import { libraryFile } from '@/lib/queries/replies/export';
import { readFile } from '@/lib/route';

export const GET = readFile(libraryFile);
