import type { Role } from '../access/can';

/** What can be done about a refusal: a link to copy, an action to run, a person to ask, a time to wait for. */
export type Remedy =
  /** Ask the network: its answer decides. */
  | { kind: 'check' }
  /** Hand them the link that opens a private message to us. Only where our own door lets them in. */
  | { kind: 'invite' }
  /** Ask them in public to follow the account. */
  | { kind: 'ask_to_follow' }
  | { kind: 'follow_them' }
  | { kind: 'unblock' }
  /** They decide: a message of theirs changes the answer. */
  | { kind: 'wait_for_them' }
  | { kind: 'wait_until'; at: number }
  | { kind: 'open_door' }
  | { kind: 'connect_channel' }
  /** Something that only the account's holder can settle with the network. */
  | { kind: 'settle_with_network' }
  | { kind: 'get_verified' }
  | { kind: 'top_up_credits' }
  /** Answer in the network's own app, which can read what we cannot. */
  | { kind: 'answer_there' }
  | { kind: 'close_conversation' }
  /** Ask for their consent when they write; record it with where it comes from. */
  | { kind: 'record_consent' }
  | { kind: 'write_yourself' }
  | { kind: 'write_as'; purpose: 'reply' }
  | { kind: 'shorten'; by: number }
  | { kind: 'remove_files' }
  | { kind: 'ask'; role: Role; about: 'policy' | 'approval' };
