'use client';

import ErrorPage from './error';
import './globals.css';

/** Where even the frame of all pages broke. */
export default function GlobalError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
