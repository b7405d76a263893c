import { volumeFile } from '@/lib/queries/reports/volume-files';
import { readFile } from '@/lib/route';

export const GET = readFile<{ table: string }>(volumeFile);
