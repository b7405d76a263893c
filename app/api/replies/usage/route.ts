import { usageFile } from '@/lib/queries/replies/usage-file';
import { readFile } from '@/lib/route';

export const GET = readFile(usageFile);
