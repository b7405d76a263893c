import type { Priority, Status } from '../conversation/conversation';
import type { CalendarVersion, PolicyVersion } from './policy';

/**
 * What happened to a conversation as far as its clocks are concerned. `at` is the network's time of a
 * message and the time of the network's acceptance of a reply; of all else, when it happened here.
 */
export type ConversationEvent = { at: Date } & (
  | {
      /** The customer wrote. */
      type: 'message';
      /** They came back so late that it counts as a new visit. */
      newEpisode?: boolean;
      /** It was handed off from a complaint that was made in public at this time. */
      since?: Date;
      /** That complaint was answered in public in a way that counts. */
      answered?: boolean;
    }
  | {
      /** The network accepted what we wrote. */
      type: 'reply';
      automatic?: boolean;
      isPublic?: boolean;
      /** The teams that its author was a member of. */
      teamIds?: readonly string[];
    }
  | { type: 'status'; status: Status; noAnswerNeeded?: boolean }
  | { type: 'priority'; priority: Priority }
  | { type: 'team'; teamId: string | null }
  | { type: 'blocked'; on: boolean }
  /** From here on another policy, version or calendar holds. */
  | { type: 'policy'; policy: PolicyVersion; calendar: CalendarVersion }
  /** It goes on in a private conversation, and so do its clocks. */
  | { type: 'handed_off' }
);
