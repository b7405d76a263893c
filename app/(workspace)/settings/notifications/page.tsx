import type { Metadata } from 'next';
import { NotificationSettings } from '@/components/notifications/notification-settings';
import { PageFrame } from '@/components/settings/page-frame';
import { actorForPage } from '@/lib/auth/page-actor';
import { mailStatus } from '@/lib/queries/notifications/mail-status';
import { notificationList } from '@/lib/queries/notifications/notification-list';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage() {
  const actor = await actorForPage();
  const [{ choices }, mail] = await Promise.all([notificationList(actor), mailStatus(actor)]);
  return (
    <PageFrame title="Notifications" lead="What you are told of, and what may call you back here.">
      <NotificationSettings initial={choices} mail={mail} />
    </PageFrame>
  );
}
