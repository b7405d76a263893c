import { tellPresence } from '@/lib/commands/presence/tell';
import { write } from '@/lib/route';

export const POST = write(tellPresence);
