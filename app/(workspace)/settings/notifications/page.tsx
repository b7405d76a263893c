import type { Metadata } from 'next';
import { NotificationSettings } from '@/components/notifications/notification-settings';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { notificationList } from '@/lib/queries/notifications/notification-list';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage() {
  const { choices } = await notificationList(await actorForPage());
  return (
    <PageFrame title="Notifications" lead="What you are told of, and what may call you back here.">
      <NotificationSettings initial={choices} />
    </PageFrame>
  );
}
