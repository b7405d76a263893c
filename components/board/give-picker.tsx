'use client';

import type { BoardCard, BoardMember } from '@/lib/queries/board/views';
import { Face } from '../ui/face';
import { Picker } from '../ui/picker';
import { lightOf, loadWords } from './words';

const nobody = 'nobody';

/** To whom: whoever is here and has most room stands first. Letters narrow it. */
export function GivePicker({
  card,
  anchor,
  members,
  onGive,
  onClose,
}: {
  card: BoardCard;
  anchor: HTMLElement | null;
  members: readonly BoardMember[];
  onGive: (to: string | null) => void;
  onClose: () => void;
}) {
  const choices = [...members].sort(byRoom).map((member) => ({
    id: member.id,
    label: member.name,
    hint: `${loadWords(member)}${asideOf(member)}`,
    lead: <Face id={member.id} name={member.name} size="small" />,
    chosen: member.id === card.ownerId,
  }));
  const none = { id: nobody, label: 'Nobody', lead: <span className="size-5" /> };
  return (
    <Picker
      label={`Give ${card.contactName} to`}
      anchor={anchor}
      choices={card.ownerId === null ? choices : [...choices, none]}
      onChoose={(id) => onGive(id === nobody ? null : id)}
      onClose={onClose}
    />
  );
}

function byRoom(one: BoardMember, other: BoardMember): number {
  const here = Number(lightOf(other) === 'on') - Number(lightOf(one) === 'on');
  return here || roomOf(other) - roomOf(one);
}

function roomOf({ load, capacity }: BoardMember): number {
  return capacity - load;
}

function asideOf(member: BoardMember): string {
  if (member.availability !== 'available') return ` · ${member.availability}`;
  return member.present ? '' : ' · not here';
}
