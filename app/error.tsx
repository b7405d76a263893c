'use client';

import { WentWrong } from '@/components/shell/went-wrong';

export default function ErrorPage(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="h-dvh">
      <title>Something went wrong · Porchlight</title>
      <WentWrong {...props} />
    </div>
  );
}
