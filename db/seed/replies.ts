import { createHash } from 'node:crypto';
import { dueOf } from '@/lib/domain/replies/due';
import type { ReplyActions } from '@/lib/domain/replies/reply';
import { contentToHash } from '@/lib/domain/replies/reply';
import type { Tx } from '../client';
import { approvedReplies, replyComments, replyReviews, replyVersions } from '../schema/replies';
import { replyUses } from '../schema/reply-uses';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { LaidReply, LaidVersion } from './reply-uses';
import { usesOf } from './reply-uses';
import type { ToldReply, ToldVersion } from './reply-words';
import { everydayReplies } from './reply-words';
import { carefulReplies } from './reply-words-more';
import { DAY_MS, HOUR_MS } from './standing';

/** The words that marketers own: in use, on their way and over; and what of the story was written with them. */
export async function seedReplies(tx: Tx, house: House, now: Date): Promise<void> {
  const laid = [...everydayReplies, ...carefulReplies].map((told) => layOut(house, told, now));
  await tx.insert(approvedReplies).values(laid.map((each) => replyRow(house, each, now)));
  await tx.insert(replyVersions).values(laid.flatMap(({ versions }) => versions));
  const read = laid.flatMap(({ told, versions }) =>
    told.versions.flatMap((version, index) => reviewsOf(house, version, versions[index])),
  );
  await tx.insert(replyReviews).values(read);
  await tx
    .insert(replyComments)
    .values(
      laid.flatMap(({ told, versions }) =>
        told.versions.flatMap((version, index) => asideOf(house, version, versions[index])),
      ),
    );
  await inBatches(tx, replyUses, await usesOf(tx, house, laid));
}

function replyRow(
  { workspaceId, memberId }: House,
  { told, replyId, versions }: LaidReply,
  now: Date,
) {
  const author = versions[0]?.authorId ?? '';
  const { key, title, folder, purpose, risk = 'low', owner } = told;
  return {
    ...{ workspaceId, id: replyId, key, title, folder, purpose, risk, sourceLanguage: 'en' },
    ...{ ownerId: owner ? memberId(owner) : memberId('Sunniva'), createdBy: author },
    createdAt: versions[0]?.createdAt ?? now.toISOString(),
  };
}

function layOut(house: House, told: ToldReply, now: Date): LaidReply {
  const [first] = told.versions;
  const replyId = house.idAt(daysFrom(now, -(first?.daysAgo ?? 0)));
  const versions: LaidVersion[] = [];
  for (const version of told.versions) {
    const { language = 'en', says } = version;
    const number = versions.filter((before) => before.language === language).length + 1;
    const source = versions.find((each) => each.language === 'en' && each.number === says);
    versions.push({
      ...versionRow(house, { told, version, now }),
      ...{ replyId, language, number, sourceVersionId: source?.id ?? null },
    });
  }
  for (const version of versions) sealed(version, now);
  return { told, replyId, versions };
}

type Telling = { told: ToldReply; version: ToldVersion; now: Date };

function versionRow(house: House, { told, version, now }: Telling) {
  const { state, by, body, daysAgo, endedDaysAgo, because } = version;
  const created = daysFrom(now, -daysAgo);
  const later = (hours: number) => new Date(created.getTime() + hours * HOUR_MS).toISOString();
  const authorId = house.memberId(by);
  const ahead = (days: number | undefined) =>
    days === undefined ? null : daysFrom(now, days).toISOString();
  const wasApproved = !unapproved.has(state);
  const scheduled = state === 'approved' && version.fromDay !== undefined;
  const published = wasApproved && state !== 'approved';
  const ended = endedDaysAgo === undefined ? null : daysFrom(now, -endedDaysAgo).toISOString();
  return {
    ...{ workspaceId: house.workspaceId, id: house.idAt(created), authorId, state, body },
    ...{ allowance: told.allowance, risk: told.risk ?? 'low', actions: actionsOf(house, told) },
    ...{ validFrom: ahead(version.fromDay), validUntil: ahead(version.untilDay) },
    ...{ reviewBy: ahead(version.reviewDay), createdAt: created.toISOString(), scheduled },
    submittedAt: state === 'draft' ? null : later(2),
    approvedAt: wasApproved ? later(22) : null,
    publishedAt: published ? later(24) : null,
    publishedBy: published || scheduled ? authorId : null,
    ...{ endedAt: ended, endReason: because ?? null },
    endedBy: state === 'recalled' ? authorId : null,
  };
}

const unapproved: ReadonlySet<string> = new Set(['draft', 'in_review', 'changes_requested']);

function actionsOf({ labelId, teamId }: House, { label, team, status }: ToldReply): ReplyActions {
  return {
    ...(label && { labelIds: [labelId(label)] }),
    ...(team && { teamId: teamId(team) }),
    ...(status && { status }),
  };
}

/** What its reviewers bound, and when the worker looks at it. What is behind us was told. */
function sealed(version: LaidVersion, now: Date): void {
  const content = {
    ...{ language: version.language, body: version.body ?? '', risk: version.risk },
    ...{ allowance: version.allowance ?? 'locked', media: [], actions: version.actions ?? {} },
    ...{ validFrom: version.validFrom ?? null, validUntil: version.validUntil ?? null },
  } as const;
  if (version.state !== 'draft') {
    version.bodyHash = createHash('sha256').update(contentToHash(content)).digest('hex');
  }
  const { state, scheduled = false, reviewBy = null } = version;
  if (state === 'published') version.remindedFor = now.toISOString();
  const remindedFor = version.remindedFor ?? null;
  version.dueAt = dueOf({ ...content, state, scheduled, reviewBy, remindedFor });
}

function reviewsOf(house: House, told: ToldVersion, version: LaidVersion | undefined) {
  if (!version?.bodyHash) return [];
  const { bodyHash, authorId, id: versionId, createdAt } = version;
  return (told.read ?? []).map((reviewer, index, all) => {
    const isLast = index === all.length - 1;
    const at = new Date(Date.parse(`${createdAt}`) + (20 + index) * HOUR_MS);
    return {
      ...{ workspaceId: house.workspaceId, id: house.idAt(at), versionId, authorId, bodyHash },
      ...{ memberId: house.memberId(reviewer), at: at.toISOString() },
      decision: told.wants && isLast ? ('changes_requested' as const) : ('approved' as const),
      comment: isLast ? (told.wants ?? '') : '',
    };
  });
}

function asideOf(house: House, { aside }: ToldVersion, version: LaidVersion | undefined) {
  if (!(aside && version)) return [];
  const [by, quote, body] = aside;
  const at = new Date(Date.parse(`${version.createdAt}`) + 5 * HOUR_MS);
  return [
    {
      ...{ workspaceId: house.workspaceId, id: house.idAt(at), versionId: version.id },
      ...{ memberId: house.memberId(by), quote, body, at: at.toISOString() },
    },
  ];
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
