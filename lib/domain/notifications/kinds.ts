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
  'reply_to_review',
  'reply_decided',
  'reply_due',
  'approval_asked',
  'approval_decided',
  'channel_in_trouble',
  'member_joined',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Told to admins only. */
export const adminKinds: readonly NotificationKind[] = ['channel_in_trouble', 'member_joined'];

/** Told to those who review: marketers and leads. */
export const reviewerKinds: readonly NotificationKind[] = ['reply_to_review', 'approval_asked'];

/** What does not wait: somebody may want to hear of these. */
export const urgentKinds: readonly NotificationKind[] = ['due_soon', 'breached', 'escalated'];
