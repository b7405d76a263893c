'use client';

import { usePathname } from 'next/navigation';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { IconName } from '../ui/icon';
import { Icon } from '../ui/icon';
import { SoftLink } from '../ui/soft-link';
import { useMe } from './me';
import { RailTip, railClass } from './rail-tip';

/** One part of Porchlight in the rail. */
export function Place({
  href,
  area = href,
  label,
  icon,
  path: drawing,
  may,
  shortcut,
}: {
  href: string;
  area?: string;
  label: string;
  icon?: IconName;
  path?: string;
  /** Only for those who have this permission. */
  may?: Permission;
  shortcut?: 'goInbox' | 'goMentions' | 'goDoor' | 'goSettings';
}) {
  const path = usePathname();
  const me = useMe();
  if (may && !can(me, may)) return null;
  // The mentions are a part of the inbox with a place of their own.
  const inMentions = path.startsWith('/inbox/mentions');
  const here = path.startsWith(area) && !(inMentions && area === '/inbox');
  return (
    <SoftLink
      href={href}
      aria-label={label}
      aria-current={here ? 'page' : undefined}
      className={railClass(here)}
    >
      <Icon name={icon} path={drawing} />
      <RailTip label={label} of={shortcut} />
    </SoftLink>
  );
}
