'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { WentWrong } from '@/components/shell/went-wrong';
import './globals.css';

/** Where even the frame of a part broke. In place of all, and it looks as the page did. */
export default function GlobalError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const before = typeof document === 'undefined' ? null : document.documentElement;
  return (
    <html lang="en" data-theme={before?.dataset['theme']} className={before?.className}>
      <body>
        <title>Something went wrong · Porchlight</title>
        <div className="h-dvh">
          <WentWrong {...props} />
        </div>
      </body>
    </html>
  );
}
