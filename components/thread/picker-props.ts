import type { ConversationRow } from '@/lib/queries/inbox/views';
import type { WantedChange } from './triage';

export type PickerKind = 'status' | 'snooze' | 'priority' | 'labels' | 'team' | 'assign';

/** What a picker needs to know of the conversations it decides about: one, or all that are selected. */
export type Subject = Pick<
  ConversationRow,
  'status' | 'priority' | 'labelIds' | 'teamId' | 'ownerId'
>;

export type PickerProps = {
  subjects: readonly Subject[];
  anchor: HTMLElement | null;
  onChange: (change: WantedChange) => void;
  /** Another picker instead, such as the times of a snooze. */
  onTurn: (kind: PickerKind) => void;
  onClose: () => void;
};
