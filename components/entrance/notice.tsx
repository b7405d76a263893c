/** Why it did not work, said aloud as soon as it appears. */
export function Notice({ message }: { message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p role="alert" className="rounded-sm bg-breach-wash px-2.5 py-2 text-breach">
      {message}
    </p>
  );
}
