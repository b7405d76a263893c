import { redirect } from 'next/navigation';
import { actorForPage } from '@/lib/auth/page-actor';

/** The signed-in land in their own conversations, everybody else at the door. */
export default async function HomePage(): Promise<never> {
  await actorForPage();
  redirect('/inbox/mine');
}
