import { notificationList } from '@/lib/queries/notifications/notification-list';
import { read } from '@/lib/route';

export const GET = read((actor) => notificationList(actor));
