'use client';

import type { LucideIcon } from 'lucide-react';
import {
  CheckCheck,
  CircleDot,
  Clock,
  Flag,
  ShieldCheck,
  Tag,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { useRef, useState } from 'react';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useMe } from '../shell/me';
import { shortcutLabels } from '../shell/shortcut-labels';
import type { ShortcutName } from '../shell/shortcuts';
import { useShortcut } from '../shell/shortcuts';
import { useKeyNames } from '../shell/use-key-names';
import { Button, IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import type { BulkKind } from './bulk-choices';
import { useBulkChoices } from './bulk-choices';

type Act = { kind: BulkKind; shortcut: ShortcutName; label: string; icon: LucideIcon };

const acts: readonly Act[] = [
  { kind: 'assign', shortcut: 'assign', label: 'Assign', icon: UserRound },
  { kind: 'snooze', shortcut: 'snooze', label: 'Snooze', icon: Clock },
  { kind: 'labels', shortcut: 'labels', label: 'Labels', icon: Tag },
  { kind: 'team', shortcut: 'team', label: 'Team', icon: UsersRound },
  { kind: 'priority', shortcut: 'priority', label: 'Priority', icon: Flag },
  { kind: 'status', shortcut: 'status', label: 'Status', icon: CircleDot },
];

/** Every decision that can be made about many; of a whole view `rows` is empty. */
export function BulkActs({
  rows,
  spam,
  onWant,
}: {
  rows: readonly Row[];
  /** Spam is among them: the first thing to do is to let it out. */
  spam: boolean;
  onWant: (change: TriageChange) => void;
}) {
  const me = useMe();
  const [kind, setKind] = useState<BulkKind | null>(null);
  const choices = useBulkChoices(kind, rows);
  const row = useRef<HTMLDivElement>(null);
  const release = () => onWant({ kind: 'release' });
  const reopen = () => onWant({ kind: 'status', status: 'open' });
  const reopenLabel = `${spam ? 'Release' : 'Reopen'} (selected)`;
  useShortcut('reopen', spam ? release : reopen, { first: true, label: reopenLabel });
  useShortcut('close', () => onWant({ kind: 'status', status: 'resolved' }), { first: true });
  useShortcut('spam', () => onWant({ kind: 'status', status: 'spam' }), { first: true });
  useShortcut('claim', () => onWant({ kind: 'assign', memberId: me.memberId }), { first: true });

  return (
    <div ref={row} className="relative flex items-center gap-1 px-3 pb-2">
      {spam ? (
        <ReleaseButton onClick={release} />
      ) : (
        <Button onClick={() => onWant({ kind: 'status', status: 'resolved' })}>
          <CheckCheck aria-hidden size={15} />
          Close
        </Button>
      )}
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

function ReleaseButton({ onClick }: { onClick: () => void }) {
  const [key] = useKeyNames('reopen');
  return (
    <Button title={`Release (${key})`} onClick={onClick}>
      <ShieldCheck aria-hidden size={15} />
      Release
    </Button>
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
  useShortcut(shortcut, onPress, { first: true, label: `${shortcutLabels[shortcut]} (selected)` });
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
