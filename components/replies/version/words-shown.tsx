import { clsx } from 'clsx';
import { piecesOf } from '../writing/marks';

/** The words of a version as they are written, with what is locked and what is filled in told apart. */
export function WordsShown({ body, language }: { body: string; language: string }) {
  if (body.trim() === '') return <p className="px-3 py-2 text-ink-3">Nothing is written yet.</p>;
  return (
    <p
      lang={language}
      dir="auto"
      className="whitespace-pre-wrap px-3 py-2.5 text-message [overflow-wrap:anywhere]"
    >
      {piecesOf(body, []).map(({ from, text, locked, variable }) => (
        <span
          key={from}
          className={clsx(
            locked && !variable && 'rounded-[3px] bg-chosen',
            variable && 'rounded-[3px] bg-found',
          )}
        >
          {text}
        </span>
      ))}
    </p>
  );
}
