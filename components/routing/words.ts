import type { AssignmentView } from '@/lib/queries/routing/assignment-view';

/** "3 of 8", with a quarter where there is one. */
export function loadWords({ load, capacity }: { load: number; capacity: number }): string {
  return `${load.toLocaleString('en-GB')} of ${capacity.toLocaleString('en-GB')}`;
}

/** By whom it came to its owner, in a few words. */
export function assignedWords(
  view: AssignmentView,
  ownerId: string | null,
  nameOf: (id: string | null) => string,
): string {
  switch (view.kind) {
    case 'router':
      return `Porchlight, load ${loadWords(view)}`;
    case 'person':
      if (view.byId === null) return 'Porchlight';
      return view.byId === ownerId ? 'Taken by hand' : capital(nameOf(view.byId));
    case 'waits':
      return view.memberId === null ? 'Nobody can take it' : 'In a moment';
    case 'none':
      return ownerId === null ? 'Nobody' : 'Not known any more';
  }
}

export function capital(name: string): string {
  return name === 'you' ? 'You' : name;
}
