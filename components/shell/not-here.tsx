import { buttonClass } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Lamp } from '../ui/lamp';

/** An address that leads nowhere, or nowhere for this person. */
export function NotHere({ as: Tag = 'main' }: { as?: 'main' | 'div' }) {
  return (
    <Tag className="h-full">
      <title>Not here · Porchlight</title>
      <EmptyState
        icon={<Lamp size={28} />}
        titleAs="h1"
        title="Nothing is here"
        action={
          <a href="/inbox/mine" className={buttonClass()}>
            To the inbox
          </a>
        }
      >
        The address may be old or not complete, or it belongs to another workspace.
      </EmptyState>
    </Tag>
  );
}
