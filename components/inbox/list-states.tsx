import type { View } from '@/lib/domain/conversation/conversation';
import { Button, buttonClass } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { isPlainClick } from '../ui/soft-link';
import { rowHeight } from './conversation-row';
import { goTo, inboxPath } from './location';
import { viewNames } from './view-names';

/** Shapes of rows, for a list that takes longer than a moment. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading conversations" className="animate-late">
      {[62, 84, 48, 76, 57, 90].map((width) => (
        <svg
          key={width}
          aria-hidden
          width="100%"
          height={rowHeight}
          className="border-line border-b"
        >
          <circle cx="40" cy="25" r="16" className="fill-sunken" />
          <rect x="66" y="14" width="30%" height="9" rx="4" className="fill-sunken" />
          <rect x="66" y="34" width={`${width * 0.7}%`} height="9" rx="4" className="fill-sunken" />
        </svg>
      ))}
    </div>
  );
}

export function EmptyList({ view }: { view: View }) {
  const { empty, hint } = viewNames[view];
  return (
    <EmptyState
      icon={<Icon name="inbox" size={24} />}
      title={empty}
      action={view === 'mine' ? <ToUnassigned /> : null}
    >
      {hint}
    </EmptyState>
  );
}

export function ListFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState
      title="The list could not be loaded"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      Porchlight did not answer. Nothing was lost.
    </EmptyState>
  );
}

function ToUnassigned() {
  return (
    <a
      href={inboxPath('unassigned')}
      className={buttonClass()}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo('unassigned');
      }}
    >
      See what is unassigned
    </a>
  );
}
