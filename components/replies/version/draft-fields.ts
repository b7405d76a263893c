import type { Allowance, ReplyActions } from '@/lib/domain/replies/reply';
import type { VersionView } from '@/lib/queries/replies/views';
import type { MediaFile } from '../writing/media';

/** What is written of a draft. */
export type DraftFields = {
  body: string;
  allowance: Allowance;
  validFrom: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  actions: ReplyActions;
  media: readonly MediaFile[];
};

/** What the server has of a draft. */
export type Known = { revision: number; fields: DraftFields };

export function knownOf(version: VersionView): Known {
  const { revision, body, allowance, validFrom, validUntil, reviewBy, actions, media } = version;
  return {
    revision,
    fields: { body, allowance, validFrom, validUntil, reviewBy, actions, media },
  };
}

/** Whether two say the same, however an instant is written and whatever order labels were chosen in. */
export function saySame(one: DraftFields, other: DraftFields): boolean {
  return said(one) === said(other);
}

/** How it travels to the server. */
export function inputOf({ media, ...fields }: DraftFields) {
  return { ...fields, fileIds: media.map(({ fileId }) => fileId) };
}

function said({ actions, media, ...fields }: DraftFields): string {
  const { labelIds = [], teamId, status, snoozeHours } = actions;
  return JSON.stringify([
    fields.body,
    fields.allowance,
    instant(fields.validFrom),
    instant(fields.validUntil),
    instant(fields.reviewBy),
    [labelIds.toSorted(), teamId ?? null, status ?? null, snoozeHours ?? null],
    media.map(({ fileId }) => fileId),
  ]);
}

function instant(at: string | null): number | null {
  return at === null ? null : Date.parse(at);
}
