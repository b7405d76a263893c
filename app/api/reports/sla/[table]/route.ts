import { promiseFile } from '@/lib/queries/reports/promise-files';
import { readFile } from '@/lib/route';

export const GET = readFile<{ table: string }>(promiseFile);
