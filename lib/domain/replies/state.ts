/** Where a version of an approved reply stands. */
export const versionStates = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'published',
  'superseded',
  'expired',
  'retired',
  'recalled',
] as const;
export type VersionState = (typeof versionStates)[number];

/** Everything that can be done with a version, or happen to it. */
export const versionSteps = [
  // its author
  'submit',
  'withdraw',
  'discard',
  // reviewers: the last one that was needed, or the first who wants it otherwise
  'approve',
  'request_changes',
  // a marketer, or the clock at `valid_from`
  'publish',
  'retire',
  'recall',
  // what happens to it: a newer version is published, or `valid_until` has come
  'supersede',
  'expire',
] as const;
export type VersionStep = (typeof versionSteps)[number];

/** A draft that is discarded is not there any more. */
type Cell = VersionState | 'gone' | null;

/** Total: every state answers every step, and `null` is no. */
const table = {
  draft: { ...no(), submit: 'in_review', discard: 'gone' },
  in_review: {
    ...no(),
    withdraw: 'draft',
    approve: 'approved',
    request_changes: 'changes_requested',
  },
  // Stays as what was asked to be changed; a new draft begins with its words.
  changes_requested: no(),
  approved: { ...no(), publish: 'published' },
  published: {
    ...no(),
    retire: 'retired',
    recall: 'recalled',
    supersede: 'superseded',
    expire: 'expired',
  },
  superseded: no(),
  expired: no(),
  retired: no(),
  recalled: no(),
} as const satisfies Record<VersionState, Record<VersionStep, Cell>>;

/** The steps that can be taken from a state, as types: any other does not compile. */
export type StepFrom<State extends VersionState> = {
  [Step in VersionStep]: (typeof table)[State][Step] extends null ? never : Step;
}[VersionStep];

/** Where a step leads from a state; null when it cannot be taken there. */
export function afterStep(state: VersionState, step: VersionStep): VersionState | 'gone' | null {
  return table[state][step];
}

/** The same where the compiler knows the state: a step that is not in the table does not type-check. */
export function led<State extends VersionState, Step extends StepFrom<State>>(
  state: State,
  step: Step,
): (typeof table)[State][Step] {
  return table[state][step];
}

/** What nobody can change any more but by a new version. */
export function isOver(state: VersionState): boolean {
  return versionSteps.every((step) => table[state][step] === null);
}

function no() {
  return {
    submit: null,
    withdraw: null,
    discard: null,
    approve: null,
    request_changes: null,
    publish: null,
    retire: null,
    recall: null,
    supersede: null,
    expire: null,
  } as const;
}
