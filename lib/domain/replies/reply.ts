/** What an approved reply is for. */
export const purposes = ['acknowledge', 'answer', 'handoff', 'offer', 'legal'] as const;
export type ReplyPurpose = (typeof purposes)[number];

/** A reply of high risk is read by two. */
export const risks = ['low', 'high'] as const;
export type Risk = (typeof risks)[number];

/** How much of its words an agent may change: none, all but the locked parts, or all. */
export const allowances = ['exact', 'locked', 'free'] as const;
export type Allowance = (typeof allowances)[number];

/** How many people have to approve a version of this risk. */
export function reviewersNeeded(risk: Risk): 1 | 2 {
  return risk === 'high' ? 2 : 1;
}

/** What a version does along with the send; nothing of it is there by default. */
export type ReplyActions = {
  labelIds?: readonly string[];
  teamId?: string;
  /** Where the conversation goes. `snoozed` asks for `snoozeHours`. */
  status?: 'waiting' | 'open' | 'resolved' | 'on_hold' | 'snoozed';
  snoozeHours?: number;
};

/** A picture or a film that goes along with a version, kept here. */
export type ReplyMedia = {
  fileId: string;
  kind: 'image' | 'gif' | 'video';
  name: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  width: number | null;
  height: number | null;
  /** SHA-256, hex: what was approved is what is sent. */
  sha256: string;
};

/** Everything that a reviewer approves. */
export type VersionContent = {
  language: string;
  body: string;
  allowance: Allowance;
  risk: Risk;
  media: readonly ReplyMedia[];
  actions: ReplyActions;
  validFrom: string | null;
  validUntil: string | null;
};

/**
 * The words to take the hash of, the same for the same content whatever order its parts came in. A decision binds
 * the SHA-256 of this, so that nobody approves what they have not read.
 */
export function contentToHash(content: VersionContent): string {
  const { labelIds = [], teamId = null, status = null, snoozeHours = null } = content.actions;
  return JSON.stringify([
    content.language,
    content.body,
    content.allowance,
    content.risk,
    content.media.map(({ sha256, name }) => [sha256, name]),
    [labelIds.toSorted(), teamId, status, snoozeHours],
    content.validFrom,
    content.validUntil,
  ]);
}

/** What stands after the slash: lower-case letters, figures and hyphens, at most 40. */
export const keyPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** ISO 639-1, with a region where it matters: `en`, `pt-BR`. */
export const languagePattern = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

/** At most so many characters a title, a folder. */
export const shortest = { title: 80, folder: 60, comment: 2_000, reason: 500 } as const;
