import { clsx } from 'clsx';
import type { Suggestion } from './suggestions';

export const suggestionsId = 'search-suggestions';
export const suggestionId = (index: number) => `${suggestionsId}-${index}`;

/** What the search field offers at the caret. The field has the keys. */
export function SuggestionList({
  found,
  index,
  isOperator,
  onTake,
}: {
  found: readonly Suggestion[];
  /** The one under the arrow keys, or -1. */
  index: number;
  isOperator: boolean;
  onTake: (suggestion: Suggestion) => void;
}) {
  return (
    <div
      id={suggestionsId}
      role="listbox"
      aria-label="What can be searched for"
      className="quiet-scroll absolute top-full right-0 left-0 z-30 mt-1 max-h-80 animate-rise overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 shadow-float"
    >
      {found.map((suggestion, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        <div
          key={suggestion.text}
          id={suggestionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
          className={clsx(
            'flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-hover',
            at === index && 'bg-chosen',
          )}
        >
          <bdi className="min-w-0 truncate">
            {suggestion.text}
            {isOperator ? ':' : null}
          </bdi>
          <bdi className="min-w-0 flex-1 truncate text-right text-fact text-ink-3">
            {suggestion.says}
          </bdi>
        </div>
      ))}
    </div>
  );
}
