import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';

/** Nothing is open. */
export function NothingOpen() {
  return (
    <div className="hidden h-full pane:block">
      <EmptyState icon={<Icon name="talk" size={26} />} title="Choose a conversation">
        <kbd className="font-sans">j</kbd> and <kbd className="font-sans">k</kbd> move,{' '}
        <kbd className="font-sans">Enter</kbd> opens, <kbd className="font-sans">?</kbd> shows all
        keys.
      </EmptyState>
    </div>
  );
}
