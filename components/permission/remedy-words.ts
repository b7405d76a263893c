import type { Remedy } from '@/lib/domain/permissions/remedies';
import { shortMoment } from '../ui/days';

/** Remedies that are no more than a sentence wherever they stand: somebody else acts, or it is done elsewhere. */
type Spoken = Exclude<
  Remedy['kind'],
  | 'check'
  | 'invite'
  | 'ask_to_follow'
  | 'follow_them'
  | 'unblock'
  | 'answer_there'
  | 'connect_channel'
  | 'wait_until'
  | 'shorten'
  | 'ask'
>;

const said: Record<Spoken, string> = {
  wait_for_them: 'When they write, you can answer.',
  open_door: 'Our own door may be closed to them: ask an admin to open it.',
  settle_with_network: 'The account’s holder must settle it with the network.',
  get_verified: 'A verified account could write.',
  top_up_credits: 'Ask an admin to top up the credits.',
  close_conversation: 'Nobody is there to read it; close the conversation.',
  record_consent: 'Ask for their consent when they write.',
  write_yourself: 'A person may write this.',
  write_as: 'Answer what they wrote instead.',
  remove_files: 'Take the files out.',
};

const asked = {
  policy: (whom: string) => `Ask ${whom} to change your brand’s policy.`,
  approval: (whom: string) => `Ask ${whom} to approve it.`,
};

/** What can be done about a no, in one sentence. Times in the viewer's zone. */
export function remedyWords(
  remedy: Remedy,
  { network, zone }: { network: string; zone: string },
): string {
  switch (remedy.kind) {
    case 'check':
      return `Ask ${network}: its answer decides.`;
    case 'invite':
      return 'Give them the link to write to us.';
    case 'ask_to_follow':
      return 'Ask them in public to follow us.';
    case 'follow_them':
      return 'Follow them.';
    case 'unblock':
      return `Unblock them on ${network}.`;
    case 'answer_there':
      return `Answer on ${network}.`;
    case 'connect_channel':
      return 'Ask an admin to connect the channel.';
    case 'wait_until':
      return `Possible from ${shortMoment(new Date(remedy.at).toISOString(), zone)}.`;
    case 'shorten':
      return `Shorten it by ${remedy.by} characters.`;
    case 'ask':
      return asked[remedy.about](remedy.role === 'admin' ? 'an admin' : 'a lead');
    default:
      return said[remedy.kind];
  }
}
