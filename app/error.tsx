'use client';

/** Without the parts that other pages are made of: every page carries this one along, and they may be what broke. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid h-dvh place-content-center justify-items-center gap-1 p-8 text-center">
      <h1 className="font-title text-title">Something went wrong here</h1>
      <p className="max-w-[34ch] text-balance text-ink-2">
        Messages and drafts are safe.
        {error.digest ? ` If it stays, tell an admin this number: ${error.digest}.` : ''}
      </p>
      <button
        type="button"
        onClick={reset}
        className="mt-3 h-7 rounded-sm border border-line bg-panel px-2.5 font-medium hover:bg-hover"
      >
        Try again
      </button>
    </main>
  );
}
