'use client';

import { lazy, Suspense } from 'react';
import { endsBlock } from '../block/ends-block';
import { useCan } from '../shell/me';
import { shortcutLabels } from '../shell/shortcut-labels';
import type { ShortcutName } from '../shell/shortcuts';
import { perform } from '../shell/shortcuts';
import { useKeyNames } from '../shell/use-key-names';
import type { Conversation } from './conversation';
import type { PickerKind } from './picker-props';
import type { TriageMenu } from './triage-menu';

const Picker = lazy(() => import('../ui/picker').then((loaded) => ({ default: loaded.Picker })));

type Doing = {
  close: (() => void) | null;
  reopen: (() => void) | null;
  spam: (() => void) | null;
  unread: () => void;
};

const pickers = ['status', 'assign', 'snooze', 'priority', 'labels', 'team'] as const;

/** Everything that can be done with the conversation, each with its key. */
export function MoreMenu({
  conversation,
  menu,
  doing,
  anchor,
  onClose,
}: {
  conversation: Conversation;
  menu: TriageMenu;
  doing: Doing;
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const may = useCan('conversation.triage');
  const mayBlock = useCan('contact.block');
  const line = useLine();
  const opened = may
    ? pickers.map((kind) => ({ ...line(kind), run: () => menu.open(kind, anchor) }))
    : [];
  const lines = [
    ...opened,
    doing.close && { ...line('close'), run: doing.close },
    doing.reopen && {
      ...line('reopen'),
      ...(conversation.status === 'spam' ? { label: 'Not spam' } : {}),
      run: doing.reopen,
    },
    doing.spam && { ...line('spam'), run: doing.spam },
    mayBlock
      ? {
          ...line('block'),
          ...(endsBlock(conversation) ? { label: 'Unblock' } : {}),
          run: () => perform('block'),
        }
      : null,
    may && conversation.triage ? { ...line('intent'), run: () => perform('intent') } : null,
    { ...line('markUnread'), run: doing.unread },
  ].filter((each) => each !== null);
  return (
    <Suspense>
      <Picker
        label="More"
        anchor={anchor}
        choices={lines}
        onChoose={(id) => lines.find((each) => each.id === id)?.run()}
        onClose={onClose}
      />
    </Suspense>
  );
}

function useLine() {
  const keys: Record<
    Exclude<PickerKind, never> | 'close' | 'reopen' | 'spam' | 'intent' | 'block' | 'markUnread',
    string[]
  > = {
    status: useKeyNames('status'),
    assign: useKeyNames('assign'),
    snooze: useKeyNames('snooze'),
    priority: useKeyNames('priority'),
    labels: useKeyNames('labels'),
    team: useKeyNames('team'),
    close: useKeyNames('close'),
    reopen: useKeyNames('reopen'),
    spam: useKeyNames('spam'),
    intent: useKeyNames('intent'),
    block: useKeyNames('block'),
    markUnread: useKeyNames('markUnread'),
  };
  return (name: keyof typeof keys & ShortcutName) => ({
    id: name,
    label: shortcutLabels[name],
    hint: keys[name][0] ?? '',
  });
}
