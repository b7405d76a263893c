import type { Permission, Role } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';

/** The pages of the settings, by whose they are; `about` says on the overview what one finds there. */
const settingsPages = [
  {
    group: 'You',
    pages: [
      {
        href: '/settings/profile',
        label: 'Profile',
        about: 'Your name, password and how Porchlight looks',
      },
      {
        href: '/settings/notifications',
        label: 'Notifications',
        about: 'What you are told of, and when not',
      },
      { href: '/settings/sessions', label: 'Sessions', about: 'Where you are signed in' },
    ],
  },
  {
    group: 'Workspace',
    pages: [
      { href: '/settings/workspace', label: 'General', about: 'Its name' },
      { href: '/settings/channels', label: 'Channels', about: 'Brand accounts and how they are' },
      { href: '/settings/members', label: 'Members', about: 'Who works here and as what' },
      { href: '/settings/teams', label: 'Teams', about: 'Groups that work is given to' },
      {
        href: '/settings/skills',
        label: 'Skills',
        about: 'What not everyone can',
        may: 'routing.read',
      },
      { href: '/settings/labels', label: 'Labels', about: 'What conversations are about' },
      {
        href: '/settings/routing',
        label: 'Routing',
        about: 'Rules that say where each message goes',
        may: 'routing.read',
      },
      {
        href: '/settings/attributes',
        label: 'Attributes',
        about: 'What you want to know of your contacts',
      },
      {
        href: '/settings/keys',
        label: 'API keys',
        about: 'How other systems tell what your contacts did',
        may: 'key.manage',
      },
    ],
  },
  {
    group: 'Promises',
    pages: [
      {
        href: '/settings/hours',
        label: 'Business hours',
        about: 'When your team works, and holidays',
      },
      {
        href: '/settings/promises',
        label: 'SLA policies',
        about: 'How soon people are answered, and what happens when they are not',
      },
    ],
  },
  {
    group: 'Messaging',
    pages: [
      {
        href: '/settings/policy',
        label: 'Whom we write to',
        about: 'Offers, first messages, and words that opt out',
      },
      {
        href: '/settings/invitations',
        label: 'Invitations',
        about: 'Approved words that ask people in public to write in private',
      },
      {
        href: '/settings/triage',
        label: 'Triage and spam',
        about: 'What was learned, blocked domains, and how often it was wrong',
        may: 'triage.manage',
      },
      {
        href: '/settings/rules',
        label: 'Rule tester',
        about: 'Who may be messaged, and why',
        may: 'rules.test',
      },
      {
        href: '/settings/denials',
        label: 'Kept back',
        about: 'What the rules did not let go',
        may: 'denial.read',
      },
    ],
  },
] as const satisfies readonly { group: string; pages: readonly SettingsPage[] }[];

type SettingsPage = {
  href: string;
  label: string;
  about: string;
  /** Who finds it here at all; everybody, if nothing is said. */
  may?: Permission;
};

/** Those pages that somebody with these roles has. */
export function settingsPagesOf(actor: {
  roles: readonly Role[];
}): { group: string; pages: SettingsPage[] }[] {
  return settingsPages.map(({ group, pages }) => ({
    group,
    pages: pages.filter((page: SettingsPage) => !page.may || can(actor, page.may)),
  }));
}
