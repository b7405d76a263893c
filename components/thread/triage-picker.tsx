'use client';

import { AssignPicker } from './assign-picker';
import { LabelPicker } from './label-picker';
import type { PickerKind, PickerProps } from './picker-props';
import { PriorityPicker, StatusPicker, TeamPicker } from './place-pickers';
import { SnoozePicker } from './snooze-picker';

const pickers = {
  status: StatusPicker,
  snooze: SnoozePicker,
  priority: PriorityPicker,
  labels: LabelPicker,
  team: TeamPicker,
  assign: AssignPicker,
};

/** The choices of one kind of decision. */
export function TriagePicker({ kind, ...props }: PickerProps & { kind: PickerKind }) {
  const Shown = pickers[kind];
  return <Shown {...props} />;
}
