'use client';

import type { NotificationChoices, Way } from '@/lib/domain/notifications/choices';
import { choosing, tells, ways } from '@/lib/domain/notifications/choices';
import type { NotificationKind } from '@/lib/domain/notifications/kinds';
import { kindNames } from '@/lib/domain/notifications/words';
import { useClock } from '../ui/clock';

const names: Record<Way, string> = { app: 'App', browser: 'Browser', email: 'E-mail' };
const said: Record<Way, string> = {
  app: 'in the app',
  browser: 'by the browser',
  email: 'by e-mail',
};

/** Of what one is told, and by which ways. */
export function KindsTable({
  kinds,
  choices,
  open,
  onChoose,
}: {
  kinds: readonly NotificationKind[];
  choices: NotificationChoices;
  /** Whether a way is there at all. */
  open: Readonly<Record<Way, boolean>>;
  onChoose: (choices: NotificationChoices) => Promise<void>;
}) {
  const { zone } = useClock();
  return (
    <table className="w-full border-separate border-spacing-0 rounded-lg border border-line bg-panel">
      <caption className="sr-only">Of what you are told, and how</caption>
      <thead>
        <tr className="text-fact text-ink-3">
          <th scope="col" className="px-4 py-2 text-left font-strong">
            What happens
          </th>
          {ways.map((way) => (
            <th key={way} scope="col" className="w-14 py-2 text-center font-strong pane:w-20">
              {names[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className="group hover:bg-hover">
            <th
              scope="row"
              className="border-line border-t px-4 py-1.5 text-left font-normal group-last:rounded-bl-lg"
            >
              {kindNames[kind]}
            </th>
            {ways.map((way) => (
              <td key={way} className="border-line border-t p-0 group-last:last:rounded-br-lg">
                <Box
                  label={`${kindNames[kind]}, ${said[way]}`}
                  checked={open[way] && tells(choices, kind, way)}
                  disabled={!open[way] || (way !== 'app' && choices.off.includes(kind))}
                  onChange={(on) =>
                    void onChoose({ ...choosing(choices, { kind, way, on }), zone })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The whole of a cell can be pressed. */
function Box({
  label,
  checked,
  disabled,
  onChange,
}: {
  label: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="grid min-h-9 cursor-pointer place-items-center has-disabled:cursor-not-allowed">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-ink"
      />
    </label>
  );
}
