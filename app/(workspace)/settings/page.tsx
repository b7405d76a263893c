import { redirect } from 'next/navigation';
import { actorForPage } from '@/lib/auth/page-actor';

export default async function SettingsPage(): Promise<never> {
  await actorForPage();
  redirect('/settings/sessions');
}
