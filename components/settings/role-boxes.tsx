import type { Role } from '@/lib/domain/access/can';
import { roles } from '@/lib/domain/access/can';
import { roleNames } from './role-names';

/** One box a role; `of` names whose roles they are to those who do not see the line. */
export function RoleBoxes({
  of,
  chosen,
  onChoose,
  disabled = false,
}: {
  of: string;
  chosen: readonly Role[];
  onChoose: (chosen: Role[]) => void;
  disabled?: boolean;
}) {
  return (
    <fieldset disabled={disabled} className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="sr-only">Roles of {of}</legend>
      {roles.map((role) => (
        <label key={role} className="inline-flex h-6 cursor-pointer items-center gap-1.5">
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              onChoose(
                roles.filter((each) => (each === role ? target.checked : chosen.includes(each))),
              )
            }
            className="size-4 accent-ink"
          />
          {roleNames[role]}
        </label>
      ))}
    </fieldset>
  );
}
