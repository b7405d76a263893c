import { handoffFile } from '@/lib/queries/reports/handoff-file';
import { readFile } from '@/lib/route';

export const GET = readFile(handoffFile);
