import { useState } from 'react';
import { focusComposer } from './composer';
import { useResource } from './live';
import { Network } from './network';
import type { Between, People } from './network-types';
import { PeopleList } from './people-list';
import type { Pane, Place } from './place';
import { usePlace } from './place';
import { PrivateThread } from './private-thread';
import { Profile } from './profile';
import { PublicPosts } from './public-posts';
import { ThemeButton } from './theme';

/** The whole page: who one plays, what they see of the brand, and the network behind it. */
export function App() {
  const { place, go } = usePlace();
  const [viaPostId, setViaPostId] = useState<string>();
  const { data: people } = useResource<People>(
    '/sandbox/people?brand=false&limit=5000',
    'person. message.',
  );
  const { data: accounts } = useResource<People>('/sandbox/people?brand=true', 'person.');
  const personId = place.personId || (place.arriving ? '' : (people?.people[0]?.id ?? ''));
  const accountId = place.accountId || (accounts?.people.at(0)?.id ?? '');
  const path = personId && accountId ? `/sandbox/people/${personId}/with/${accountId}` : null;
  const { data: between } = useResource<Between>(path, 'person. follow. block. message. settings.');

  return (
    <div className="app" data-pane={place.pane}>
      <header className="top">
        <h1>
          Sandbox <span className="faint">a stand-in for X</span>
        </h1>
        <Tabs place={place} go={go} />
        <ThemeButton />
      </header>
      <PeopleList
        people={people?.people ?? []}
        chosenId={personId}
        onChoose={(id) =>
          go({ personId: id, pane: place.pane === 'people' ? 'private' : place.pane })
        }
      />
      {place.pane === 'network' ? (
        <Network />
      ) : (
        between && (
          <>
            <PrivateThread
              key={`${personId}:${accountId}`}
              between={between}
              startText={place.text}
              viaPostId={viaPostId}
              onSent={() => setViaPostId(undefined)}
            />
            <aside className="side" aria-label="Profile and posts">
              <Profile
                between={between}
                accounts={accounts?.people ?? []}
                onAccount={(id) => go({ accountId: id })}
                onMessage={() => {
                  go({ pane: 'private' });
                  focusComposer();
                }}
              />
              <PublicPosts
                between={between}
                onMessage={(postId) => {
                  setViaPostId(postId);
                  go({ pane: 'private' });
                  focusComposer();
                }}
              />
            </aside>
          </>
        )
      )}
    </div>
  );
}

const tabs: readonly (readonly [Pane, string])[] = [
  ['people', 'People'],
  ['private', 'Private'],
  ['public', 'Public'],
  ['network', 'Network'],
];

function Tabs({ place, go }: { place: Place; go: (change: Partial<Place>) => void }) {
  return (
    <nav className="tabs" aria-label="Parts of the page">
      {tabs.map(([pane, words]) => (
        <button
          key={pane}
          type="button"
          className="tab"
          data-pane={pane}
          aria-current={place.pane === pane ? 'page' : undefined}
          onClick={() => go({ pane })}
        >
          {words}
        </button>
      ))}
    </nav>
  );
}
