import type { Ref } from 'react';
import type { LibraryLine } from '@/lib/queries/replies/views';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Asked } from './filtered';
import { standings, standingWords } from './filtered';
import { folderName } from './folders';

const select = 'h-8 min-w-0 rounded-sm border border-line bg-panel px-2';

/** What is asked of the library. */
export function Filters({
  ref,
  asked,
  folders,
  owners,
  ask,
  onNew,
}: {
  ref: Ref<HTMLInputElement>;
  asked: Asked;
  folders: readonly { name: string; count: number }[];
  owners: readonly LibraryLine['owner'][];
  ask: (patch: Partial<Asked>) => void;
  onNew?: () => void;
}) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-3 py-2">
      <div className="relative min-w-40 flex-1">
        <Icon
          name="search"
          size={15}
          className="pointer-events-none absolute top-2 left-2.5 text-ink-3"
        />
        <input
          ref={ref}
          type="search"
          aria-label="Search the library"
          placeholder="Key, title, folder or owner"
          autoComplete="off"
          spellCheck={false}
          value={asked.typed}
          onChange={({ target }) => ask({ typed: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (asked.typed === '') event.currentTarget.blur();
            else ask({ typed: '' });
          }}
          className="h-8 w-full rounded-sm border border-line bg-panel pr-2 pl-8 placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      {onNew ? (
        <Button tone="go" className="h-8 pane:order-last" onClick={onNew}>
          New reply
        </Button>
      ) : null}
      <span aria-hidden className="basis-full pane:hidden" />
      <select
        aria-label="Folder"
        value={asked.folder === null ? 'all' : `in:${asked.folder}`}
        onChange={({ target }) =>
          ask({ folder: target.value === 'all' ? null : target.value.slice(3) })
        }
        className={`${select} flex-1 pane:hidden`}
      >
        <option value="all">All folders</option>
        {folders.map(({ name }) => (
          <option key={name} value={`in:${name}`}>
            {folderName(name)}
          </option>
        ))}
      </select>
      <select
        aria-label="Where it stands"
        value={asked.standing}
        onChange={({ target }) =>
          ask({ standing: standings.find((each) => each === target.value) ?? 'all' })
        }
        className={`${select} max-pane:flex-1`}
      >
        {standings.map((each) => (
          <option key={each} value={each}>
            {standingWords[each]}
          </option>
        ))}
      </select>
      <select
        aria-label="Looked after by"
        value={asked.ownerId ?? ''}
        onChange={({ target }) => ask({ ownerId: target.value || null })}
        className={`${select} max-pane:flex-1`}
      >
        <option value="">Anybody’s</option>
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
