import { redirect } from 'next/navigation';

export default function InboxPage(): never {
  redirect('/inbox/mine');
}
