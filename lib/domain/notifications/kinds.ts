/** What a member can be told of. */
export const notificationKinds = [
  'assigned',
  'mentioned',
  'customer_replied',
  'delivery_in_trouble',
  'woke',
  'draft_taken',
  'channel_in_trouble',
  'member_joined',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
