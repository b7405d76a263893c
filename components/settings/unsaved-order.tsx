import { Button } from '../ui/button';

/** Stands after a list whose order is not kept yet, so that no line of it moves under the pointer. */
export function UnsavedOrder({
  isPending,
  onSave,
  onPutBack,
}: {
  isPending: boolean;
  onSave: () => void;
  onPutBack: () => void;
}) {
  return (
    <div className="sticky bottom-2 flex flex-wrap items-center gap-2 rounded-sm bg-amber-wash px-3 py-2 text-amber-ink">
      <p className="mr-1">This order is not saved yet.</p>
      <Button tone="go" disabled={isPending} onClick={onSave}>
        Save this order
      </Button>
      <Button onClick={onPutBack}>Put back</Button>
    </div>
  );
}
