import 'server-only';
import { Refusal, refusedField } from '@/lib/domain/refusal';

/** What the database lets nobody do at the same time as somebody else, as sentences. */
const rules: Readonly<Record<string, () => Refusal>> = {
  approved_replies_key: () =>
    refusedField('key', 'Another reply has this key. Choose another.', 'conflict'),
  reply_versions_open: () =>
    new Refusal(
      'conflict',
      'There is a draft in this language already, or a version in review. Go on with that one.',
    ),
  reply_versions_number: () =>
    new Refusal('conflict', 'Somebody began a draft at the same moment. Go on with that one.'),
  reply_versions_published: () =>
    new Refusal('conflict', 'Another version was published at the same moment. Look at it first.'),
  reply_versions_schedule: () =>
    new Refusal(
      'conflict',
      'Another version is scheduled for a part of this time. Unschedule it, or begin a new draft for another time.',
    ),
  reply_reviews_once: () =>
    new Refusal(
      'conflict',
      'You have decided about exactly these words already. Leave a comment for its author.',
    ),
};

/** Runs a write; what a rule of the database turned down becomes a refusal that says what to do. */
export async function heldApart<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw rules[constraintOf(error)]?.() ?? error;
  }
}

/** The rule that a database error names, however deep the driver or Drizzle wrapped it; '' for anything else. */
function constraintOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('constraint' in cause && typeof cause.constraint === 'string') return cause.constraint;
  }
  return '';
}
