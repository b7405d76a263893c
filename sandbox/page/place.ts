import { useCallback, useEffect, useState } from 'react';
import { act } from './live';
import type { People } from './network-types';

export type Pane = 'people' | 'private' | 'public' | 'network';

/** Where one is on the page: in the address, so that it can be linked to. */
export type Place = {
  personId: string;
  accountId: string;
  pane: Pane;
  text: string;
  /** Somebody new is on the way here: nobody else is shown meanwhile. */
  arriving: boolean;
};

const panes: readonly Pane[] = ['people', 'private', 'public', 'network'];

function read(): Place {
  const query = new URLSearchParams(location.search);
  const pane = panes.find((each) => each === query.get('pane'));
  return {
    personId: query.get('person') ?? '',
    // The network's own compose links name the account as the recipient.
    accountId: query.get('account') ?? query.get('recipient_id') ?? '',
    pane: pane ?? 'private',
    text: query.get('text') ?? '',
    arriving: query.has('play'),
  };
}

export function usePlace() {
  const [place, setPlace] = useState(read);
  const go = useCallback((change: Partial<Place>) => {
    setPlace((before) => {
      const after = { ...before, ...change };
      const query = new URLSearchParams({
        person: after.personId,
        account: after.accountId,
        pane: after.pane,
      });
      history.replaceState(null, '', `/?${query}`);
      return after;
    });
  }, []);
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const id = query.get('play');
    if (id) void introduce(id, query).then(() => go({ personId: id, arriving: false }));
  }, [go]);
  return { place, go };
}

/** A link may bring somebody to play: `?play=<id>&username=…&name=…`. Who is here already stays as they are. */
async function introduce(id: string, query: URLSearchParams) {
  const username = query.get('username') ?? `guest_${id.slice(-6)}`;
  const answer = await fetch(`/sandbox/people?query=${encodeURIComponent(`@${username}`)}`);
  const { people } = (await answer.json()) as People;
  if (people.some((person) => person.id === id)) return;
  const name = query.get('name') ?? username;
  await act('POST', '/sandbox/people', { id, username, name, door: 'everyone' });
}
