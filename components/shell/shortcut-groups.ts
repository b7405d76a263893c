import type { ShortcutName } from './shortcuts';

/** The shortcuts that have keys, by what they are for. */
export const shortcutGroups: Readonly<Record<string, readonly ShortcutName[]>> = {
  Move: [
    'next',
    'previous',
    'open',
    'leave',
    'search',
    'select',
    'extendDown',
    'views',
    'extendUp',
  ],
  Decide: [
    'claim',
    'assign',
    'team',
    'priority',
    'labels',
    'snooze',
    'close',
    'reopen',
    'spam',
    'intent',
    'markUnread',
    'undo',
  ],
  Write: ['reply', 'note', 'takePrivate', 'send', 'sendAndClose'],
  Porchlight: [
    'palette',
    'help',
    'goInbox',
    'goMentions',
    'goReplies',
    'goDoor',
    'goSettings',
    'notifications',
  ],
};
