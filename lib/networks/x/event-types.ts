/** The events that a brand account is subscribed to. Without the optional ones it still works. */
export const subscribedTypes = [
  { type: 'dm.received', optional: false },
  { type: 'dm.sent', optional: false },
  { type: 'chat.received', optional: true },
  { type: 'chat.sent', optional: true },
  { type: 'follow.follow', optional: true },
  { type: 'follow.unfollow', optional: true },
  { type: 'block.block', optional: true },
  { type: 'block.unblock', optional: true },
  { type: 'post.mention.create', optional: true },
  { type: 'post.reply.create', optional: true },
  { type: 'post.quote.create', optional: true },
  { type: 'post.create', optional: true },
  { type: 'post.delete', optional: true },
] as const;

/** What X announces and Porchlight does not read, and why. A key that ends in a dot or an underscore stands for a family. */
const unread: ReadonlyMap<string, string> = new Map([
  ['dm.read', 'read receipts are not kept'],
  ['dm.indicate_typing', 'typing is not shown'],
  ['direct_message_mark_read_events', 'read receipts are not kept'],
  ['direct_message_indicate_typing_events', 'typing is not shown'],
  ['post.repost.create', 'reposts are not kept'],
  ['post.', 'only posts that call the account are read'],
  ['like.', 'likes are not read'],
  ['favorite_events', 'likes are not read'],
  ['mute.', 'mutes are not kept'],
  ['mute_events', 'mutes are not kept'],
  ['profile.', 'profiles are read with the messages'],
  ['chat.', 'only the messages of encrypted chats are noted'],
  ['spaces.', 'not about messages'],
  ['broadcast.', 'not about messages'],
  ['news.', 'not about messages'],
  ['replay_job_status', 'the end of a replay'],
]);

/** Why an event of this type is ignored. */
export function whyNotRead(type: string): string {
  return unread.get(type) ?? unread.get(familyOf(type)) ?? 'unknown to this version';
}

function familyOf(type: string): string {
  return /^[a-z]+[._]/.exec(type)?.[0] ?? type;
}
