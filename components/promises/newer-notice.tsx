import { Button } from '../ui/button';
import type { Newer } from './use-draft';

/** A colleague saved meanwhile what is being edited here: nothing is lost, and one of the two is chosen. */
export function NewerNotice({ newer, what }: { newer: Newer | null; what: string }) {
  if (!newer) return null;
  return (
    <div role="alert" className="grid gap-2 rounded-sm bg-amber-wash px-3 py-2.5 text-amber-ink">
      <p>
        <bdi>{newer.by ?? 'Somebody'}</bdi> changed {what} while you were at it. What you entered is
        still here and not saved.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={newer.keepMine}>Keep mine, to save over theirs</Button>
        <Button onClick={newer.takeTheirs}>Show theirs instead</Button>
      </div>
    </div>
  );
}
