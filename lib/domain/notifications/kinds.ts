/** What a member can be told of. */
export const notificationKinds = [
  'assigned',
  'mentioned',
  'customer_replied',
  'due_soon',
  'breached',
  'escalated',
  'delivery_in_trouble',
  'woke',
  'draft_taken',
  'channel_in_trouble',
  'member_joined',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Told to admins only. */
export const adminKinds: readonly NotificationKind[] = ['channel_in_trouble', 'member_joined'];

/** What does not wait: somebody may want to hear of these. */
export const urgentKinds: readonly NotificationKind[] = ['due_soon', 'breached', 'escalated'];
