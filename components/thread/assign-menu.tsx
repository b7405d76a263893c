'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { can } from '@/lib/domain/access/can';
import { membersQuery } from '../inbox/queries';
import { useMe } from '../shell/me';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import { useShortcut } from '../shell/shortcuts';
import { Button } from '../ui/button';
import { Face } from '../ui/face';
import type { MenuChoice } from '../ui/menu';
import { Menu } from '../ui/menu';
import type { Conversation } from './conversation';

const nobody = 'nobody';

/** Gives a conversation to somebody who may answer it, or to nobody. */
export function AssignMenu({
  conversation,
  onAssign,
}: {
  conversation: Conversation;
  onAssign: (memberId: string | null) => Promise<void>;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const title = useShortcutTitle('assign');
  const choices = useChoices(conversation.ownerId);
  useShortcut('assign', () => setOpen(true));

  return (
    <div className="relative">
      <Button
        ref={button}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Assign
        <ShortcutHint of="assign" />
      </Button>
      {open ? (
        <Menu
          label="Assign to"
          anchor={button}
          choices={choices}
          onChoose={(id) => void onAssign(id === nobody ? null : id)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

function useChoices(ownerId: string | null): MenuChoice[] {
  const me = useMe();
  const { data: members = [] } = useQuery(membersQuery);
  const able = members.filter((member) => !member.removed && can(member, 'conversation.reply'));
  return [
    ...able.map(({ id, name }) => ({
      id,
      label: id === me.memberId ? `${name} (you)` : name,
      lead: <Face id={id} name={name} size="small" />,
      chosen: id === ownerId,
    })),
    { id: nobody, label: 'Nobody', chosen: ownerId === null, lead: <span className="size-5" /> },
  ];
}
