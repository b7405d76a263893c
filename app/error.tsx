'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Lamp } from '@/components/ui/lamp';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="h-dvh">
      <EmptyState
        icon={<Lamp size={28} />}
        titleAs="h1"
        title="Something went wrong here"
        action={<Button onClick={reset}>Try again</Button>}
      >
        Messages and drafts are safe.
        {error.digest ? ` If it stays, tell an admin this number: ${error.digest}.` : ''}
      </EmptyState>
    </main>
  );
}
