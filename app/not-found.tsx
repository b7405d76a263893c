import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Lamp } from '@/components/ui/lamp';

export default function NotFound() {
  return (
    <main className="h-dvh">
      <title>Not here · Porchlight</title>
      <EmptyState
        icon={<Lamp size={28} />}
        titleAs="h1"
        title="Nothing is here"
        action={
          <a href="/inbox/mine" className={buttonClass()}>
            To the inbox
          </a>
        }
      >
        The address may be old, or not complete.
      </EmptyState>
    </main>
  );
}
