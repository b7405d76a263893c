import { markNotificationsRead } from '@/lib/commands/notification/mark-read';
import { write } from '@/lib/route';

export const POST = write(markNotificationsRead);
