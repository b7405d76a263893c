'use client';

import type { SkillView } from '@/lib/queries/attendance/views';
import type { RoutedMember, TeamSettings } from '@/lib/queries/teams/team-settings';
import { changeMemberRoutingAction } from '../attendance/actions';
import { Notice } from '../entrance/notice';
import { Check } from '../notifications/check';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { CountField, SelectField } from './routing-fields';

/** How much somebody may be given, what they can, and who takes over while they are away; for all their teams. */
export function MemberRoutingForm({
  member,
  answering,
  skills,
  onDone,
}: {
  member: RoutedMember;
  answering: TeamSettings['answering'];
  skills: readonly SkillView[];
  onDone: () => void;
}) {
  const { values, set, send, fields, problem, ...state } = useForm(
    changeMemberRoutingAction,
    {
      kept: {
        capacity: String(member.capacity),
        coverId: member.coverId ?? '',
        skillIds: member.skillIds.toSorted().join(),
      },
    },
    onDone,
  );
  const chosen = values.skillIds.split(',').filter(Boolean);
  const offered = skills.filter(({ id, archived }) => !archived || chosen.includes(id));
  const colleagues = answering.filter(({ id }) => id !== member.id);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ memberId: member.id, skillIds: chosen });
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <p className="text-ink-2">
        This holds for all teams of <bdi>{member.name}</bdi>.
      </p>
      <CountField
        label="Capacity"
        id={`capacity-${member.id}`}
        unit="open conversations"
        hint="What waits on the customer or is on hold counts a quarter, what is snoozed nothing. People may take more; nobody is given more. 0 for none."
        problem={fields['capacity']}
        value={values.capacity}
        onType={(typed) => set('capacity', typed)}
      />
      <fieldset className="min-w-0">
        <legend className="mb-1 font-strong text-ink-2">Skills</legend>
        {offered.length === 0 ? (
          <p className="text-fact text-ink-3">There are none yet. They are made under Skills.</p>
        ) : null}
        {offered.map(({ id, name, archived }) => (
          <Check
            key={id}
            label={archived ? `${name} (archived)` : name}
            checked={chosen.includes(id)}
            onChange={(on) =>
              set('skillIds', (on ? [...chosen, id] : without(chosen, id)).toSorted().join())
            }
          />
        ))}
        <Notice message={fields['skillIds']} />
      </fieldset>
      <SelectField
        label="Cover"
        id={`cover-${member.id}`}
        hint="Takes their work over while they are away, in teams that do so. A cover who is away too passes nothing on: then it returns to the team, also where two cover each other."
        problem={fields['coverId']}
        value={values.coverId}
        options={[{ id: '', name: 'Nobody' }, ...colleagues]}
        onChoose={(id) => set('coverId', id)}
      />
      <SaveRow {...state} />
    </form>
  );
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((one) => one !== id);
}
