import { roles } from '@/lib/domain/access/can';
import { roleMeanings, roleNames } from './role-names';

/** What each role may do, in words. */
export function RoleMeanings() {
  return (
    <dl className="grid gap-x-4 gap-y-1.5 pane:grid-cols-[auto_1fr]">
      {roles.map((role) => (
        <div key={role} className="contents">
          <dt className="font-strong">{roleNames[role]}</dt>
          <dd className="mb-1.5 text-ink-2 pane:mb-0">{roleMeanings[role]}</dd>
        </div>
      ))}
    </dl>
  );
}
