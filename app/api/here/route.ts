import { answerBeat } from '@/lib/realtime/heard';
import { write } from '@/lib/route';

export const POST = write(answerBeat);
