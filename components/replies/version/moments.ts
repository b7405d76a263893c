import type { VersionState } from '@/lib/domain/replies/state';
import type { VersionView } from '@/lib/queries/replies/views';

/** Something that happened to a version; `who` is empty where the clock did it. */
export type Moment = { key: string; who: string; did: string; at: string | null; why: string };

const ends: Partial<Record<VersionState, { by: string; byItself: string }>> = {
  superseded: { by: 'replaced it', byItself: 'A newer version took its place' },
  expired: { by: 'ended it', byItself: 'Its time was over' },
  retired: { by: 'retired it', byItself: 'Retired' },
  recalled: { by: 'recalled it', byItself: 'Recalled' },
};

/** What became of a version, the newest first: who, what, when and why. */
export function momentsOf(version: VersionView): Moment[] {
  const { author, createdAt, submittedAt, reviews } = version;
  const moments: Moment[] = [
    { key: 'begun', who: author.name, did: 'began it', at: createdAt, why: '' },
  ];
  if (submittedAt !== null) {
    const did = 'submitted it';
    moments.push({ key: 'submitted', who: author.name, did, at: submittedAt, why: '' });
  }
  for (const { member, decision, comment, at, holds } of reviews) {
    const decided = decision === 'approved' ? 'approved it' : 'asked for changes';
    // What was approved before it was taken back and changed is not approved any more.
    const did = holds ? decided : `${decided}, as it was then`;
    moments.push({ key: `${at} ${member.id}`, who: member.name, did, at, why: comment });
  }
  return [...moments, ...inUse(version)].toSorted(
    (one, other) => Date.parse(other.at ?? '') - Date.parse(one.at ?? ''),
  );
}

function inUse(version: VersionView): Moment[] {
  const { publishedAt, publishedBy, state, endedAt, endedBy, endReason, scheduled } = version;
  const moments: Moment[] = [];
  if (publishedAt !== null) {
    moments.push({
      key: 'published',
      who: publishedBy ?? '',
      did: publishedBy ? 'published it' : 'Came into use by itself',
      at: publishedAt,
      why: '',
    });
  }
  if (scheduled && version.validFrom) {
    const did = 'It comes into use';
    moments.push({ key: 'scheduled', who: '', did, at: version.validFrom, why: '' });
  }
  const end = ends[state];
  if (end && endedAt !== null) {
    moments.push({
      key: 'ended',
      who: endedBy ?? '',
      did: endedBy ? end.by : end.byItself,
      at: endedAt,
      why: endReason ?? '',
    });
  }
  return moments;
}
