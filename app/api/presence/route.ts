import { tellPresence } from '@/lib/commands/presence/tell';
import { heard } from '@/lib/realtime/heard';
import { write } from '@/lib/route';

export const POST = write(heard(tellPresence));
