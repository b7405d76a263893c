import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '../ui/empty-state';

/** Nothing is open. */
export function NothingOpen() {
  return (
    <div className="hidden h-full pane:block">
      <EmptyState
        icon={<MessagesSquare aria-hidden size={24} strokeWidth={1.4} />}
        title="Choose a conversation"
      >
        <kbd className="font-sans">j</kbd> and <kbd className="font-sans">k</kbd> move,{' '}
        <kbd className="font-sans">Enter</kbd> opens, <kbd className="font-sans">?</kbd> shows all
        keys.
      </EmptyState>
    </div>
  );
}
