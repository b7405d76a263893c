import { clsx } from 'clsx';

/** The folders of the library at its side; on a phone they are a choice above the list. */
export function Folders({
  folders,
  chosen,
  onChoose,
}: {
  folders: readonly { name: string; count: number }[];
  chosen: string | null;
  onChoose: (folder: string | null) => void;
}) {
  const total = folders.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav
      aria-label="Folders"
      className="quiet-scroll hidden w-52 shrink-0 overflow-y-auto border-line border-r px-2 py-3 pane:block"
    >
      <h2 className="px-2 pb-1 text-fact text-ink-3">Folders</h2>
      <ul className="grid gap-px">
        <Folder
          name="All replies"
          count={total}
          isHere={chosen === null}
          onChoose={() => onChoose(null)}
        />
        {folders.map(({ name, count }) => (
          <Folder
            key={name}
            name={folderName(name)}
            count={count}
            isHere={chosen === name}
            onChoose={() => onChoose(name)}
          />
        ))}
      </ul>
    </nav>
  );
}

export function folderName(folder: string): string {
  return folder === '' ? 'In no folder' : folder;
}

function Folder({
  name,
  count,
  isHere,
  onChoose,
}: {
  name: string;
  count: number;
  isHere: boolean;
  onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isHere}
        onClick={onChoose}
        className={clsx(
          'flex h-7 w-full items-center gap-2 rounded-sm px-2 text-left',
          isHere ? 'bg-chosen text-ink' : 'text-ink-2 hover:bg-hover',
        )}
      >
        <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
        <span className="text-fact text-ink-3 tabular-nums">{count.toLocaleString('en-GB')}</span>
      </button>
    </li>
  );
}
