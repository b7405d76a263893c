'use client';

import { useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { CheckCheck, CircleDot, Clock, Flag, Tag, UserRound, UsersRound } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useCan, useMe } from '../shell/me';
import { useKeyNames } from '../shell/shortcut-hint';
import type { ShortcutName } from '../shell/shortcuts';
import { shortcuts, useShortcut } from '../shell/shortcuts';
import type { TriageOutcome } from '../thread/triage';
import { useTriage } from '../thread/triage';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import type { BulkKind } from './bulk-choices';
import { useBulkChoices } from './bulk-choices';
import { BulkPreview } from './bulk-preview';
import { BulkRefused } from './bulk-refused';
import { selectAllIn } from './found-words';
import type { Place } from './location';
import { foundQuery } from './queries';
import { mostSelected } from './selecting';

type Props = {
  rows: readonly Row[];
  place: Place;
  onAll: () => Promise<void>;
  onClear: () => void;
};

/** What can be done with everything that is chosen. Nothing happens before its effect was shown. */
export function BulkBar({ rows, place, onAll, onClear }: Props) {
  const [wanted, setWanted] = useState<TriageChange | null>(null);
  const [refused, setRefused] = useState<TriageOutcome['refused']>([]);
  const triage = useTriage();
  const mayTriage = useCan('conversation.triage');
  useShortcut('leave', wanted ? () => setWanted(null) : onClear, { first: true });

  async function apply(change: TriageChange, changing: readonly string[]) {
    const chosen = new Set(changing);
    const items = rows
      .filter(({ id }) => chosen.has(id))
      .map(({ id, version }) => ({ conversationId: id, version }));
    setWanted(null);
    const outcome = await triage.change(items, change);
    setRefused(outcome.refused);
    if (outcome.refused.length === 0) onClear();
  }

  if (refused.length > 0) {
    return <BulkRefused refused={refused} rows={rows} onDone={() => setRefused([])} />;
  }
  if (wanted) {
    return (
      <BulkPreview
        rows={rows}
        change={wanted}
        onApply={(ids) => void apply(wanted, ids)}
        onBack={() => setWanted(null)}
      />
    );
  }
  return (
    <section aria-label="Selection">
      <Count rows={rows} place={place} onAll={onAll} onClear={onClear} />
      {mayTriage ? <Acts rows={rows} onWant={setWanted} /> : null}
    </section>
  );
}

function Count({ rows, place, onAll, onClear }: Props) {
  const { data } = useQuery(foundQuery(place.view, place));
  const [busy, setBusy] = useState(false);
  const total = data?.total ?? 0;
  const able = Math.min(total, mostSelected);

  async function all() {
    setBusy(true);
    await onAll();
    setBusy(false);
  }

  useShortcut('selectAll', able > rows.length ? () => void all() : null);
  return (
    <div className="flex h-9 items-center gap-3 pr-1.5 pl-4">
      <span role="status" className="font-strong tabular-nums">
        {rows.length} selected
        {rows.length >= mostSelected && total > mostSelected ? ' at most' : null}
      </span>
      {able > rows.length ? (
        <button
          type="button"
          disabled={busy}
          onClick={() => void all()}
          className="h-6 truncate text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {data ? selectAllIn(data, mostSelected) : null}
        </button>
      ) : null}
      <span className="flex-1" />
      <IconButton label="Select nothing" onClick={onClear}>
        <Icon name="close" size={16} />
      </IconButton>
    </div>
  );
}

type Act = { kind: BulkKind; shortcut: ShortcutName; label: string; icon: LucideIcon };

const acts: readonly Act[] = [
  { kind: 'assign', shortcut: 'assign', label: 'Assign', icon: UserRound },
  { kind: 'snooze', shortcut: 'snooze', label: 'Snooze', icon: Clock },
  { kind: 'labels', shortcut: 'labels', label: 'Labels', icon: Tag },
  { kind: 'team', shortcut: 'team', label: 'Team', icon: UsersRound },
  { kind: 'priority', shortcut: 'priority', label: 'Priority', icon: Flag },
  { kind: 'status', shortcut: 'status', label: 'Status', icon: CircleDot },
];

function Acts({ rows, onWant }: { rows: readonly Row[]; onWant: (change: TriageChange) => void }) {
  const me = useMe();
  const [kind, setKind] = useState<BulkKind | null>(null);
  const choices = useBulkChoices(kind, rows);
  const row = useRef<HTMLDivElement>(null);
  useShortcut('close', () => onWant({ kind: 'status', status: 'resolved' }), { first: true });
  useShortcut('spam', () => onWant({ kind: 'status', status: 'spam' }), { first: true });
  useShortcut('claim', () => onWant({ kind: 'assign', memberId: me.memberId }), { first: true });

  return (
    <div ref={row} className="relative flex items-center gap-1 px-3 pb-2">
      <Button onClick={() => onWant({ kind: 'status', status: 'resolved' })}>
        <CheckCheck aria-hidden size={15} />
        Close
      </Button>
      {acts.map((act) => (
        <ActButton
          key={act.kind}
          {...act}
          open={kind === act.kind}
          onPress={() => setKind(kind === act.kind ? null : act.kind)}
        />
      ))}
      {kind ? (
        <Menu
          side="above"
          label={acts.find((act) => act.kind === kind)?.label ?? ''}
          anchor={row}
          choices={choices}
          onChoose={(id) => {
            const chosen = choices.find((choice) => choice.id === id);
            if (chosen) onWant(chosen.change);
          }}
          onClose={() => setKind(null)}
        />
      ) : null}
    </div>
  );
}

function ActButton({
  shortcut,
  label,
  icon: Sign,
  open,
  onPress,
}: Act & { open: boolean; onPress: () => void }) {
  const keys = useKeyNames(shortcut);
  useShortcut(shortcut, onPress, { first: true, label: `${shortcuts[shortcut].label} (selected)` });
  return (
    <IconButton
      label={label}
      hint={keys.length > 0 ? `${label} (${keys.join(' or ')})` : label}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={onPress}
      className="size-8 text-ink-2"
    >
      <Sign aria-hidden size={16} />
    </IconButton>
  );
}
