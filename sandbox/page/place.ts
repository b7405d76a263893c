import { useCallback, useState } from 'react';

export type Pane = 'people' | 'private' | 'public' | 'network';

/** Where one is on the page: in the address, so that it can be linked to. */
export type Place = { personId: string; accountId: string; pane: Pane; text: string };

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
  return { place, go };
}
