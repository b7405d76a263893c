import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Lamp } from '@/components/ui/lamp';

export default function NotFound() {
  return (
    <main className="h-dvh">
      <title>Not here · Porchlight</title>
      <EmptyState
        icon={<Lamp size={28} />}
        title="Nothing is here"
        action={
          <Link href="/inbox/mine" prefetch={false} className={buttonClass()}>
            To the inbox
          </Link>
        }
      >
        The address may be old, or not complete.
      </EmptyState>
    </main>
  );
}
