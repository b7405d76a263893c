import { useState } from 'react';
import { act } from './live';
import type { PersonRow } from './network-types';
import { Ago, Face, Said } from './parts';

type Props = { people: readonly PersonRow[]; chosenId: string; onChoose: (id: string) => void };

const MOST_SHOWN = 1_000;

/** Everybody one can play; the ones who wrote last come first. */
export function PeopleList({ people, chosenId, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = people.filter(({ name, username }) =>
    words.every((word) => `${name} @${username}`.toLowerCase().includes(word)),
  );
  return (
    <nav className="people" aria-label="People">
      <div className="search">
        <input
          type="search"
          aria-label="Search people"
          placeholder="Play a person"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <ul>
        {found.slice(0, MOST_SHOWN).map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="row"
              aria-current={person.id === chosenId ? 'true' : undefined}
              aria-label={`Play ${person.name}, @${person.username}`}
              onClick={() => onChoose(person.id)}
            >
              <Face person={person} />
              <Words person={person} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p className="faint small empty">
          {found.length - MOST_SHOWN} more: search for them by name.
        </p>
      )}
      {found.length === 0 && <p className="faint small empty">Nobody of that name.</p>}
      <NewPerson onMade={onChoose} />
    </nav>
  );
}

function Words({ person }: { person: PersonRow }) {
  const { name, username, verified, encrypted, last } = person;
  return (
    <span className="words">
      <span className="who">
        <bdi className="strong cut">{name}</bdi>
        <span className="faint cut">@{username}</span>
      </span>
      <span className="line">
        <bdi className="soft cut">{last ? last.text : 'Has not written yet'}</bdi>
        {last && <Ago at={last.at} />}
      </span>
      {(verified || encrypted) && (
        <span className="tags">
          {verified && <span className="tag">verified</span>}
          {encrypted && <span className="tag">encrypted chat</span>}
        </span>
      )}
    </span>
  );
}

function NewPerson({ onMade }: { onMade: (id: string) => void }) {
  const [username, setUsername] = useState('');
  const [refusal, setRefusal] = useState<string>();
  async function create() {
    const problem = await act('POST', '/sandbox/people', { username, name: username });
    setRefusal(problem);
    if (problem) return;
    const answer = await fetch(`/sandbox/people?query=${encodeURIComponent(`@${username}`)}`);
    const { people } = (await answer.json()) as { people: PersonRow[] };
    const made = people.find((each) => each.username === username);
    setUsername('');
    if (made) onMade(made.id);
  }
  return (
    <form
      className="new"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <input
        aria-label="Username of a new person"
        placeholder="new_person"
        pattern="[A-Za-z0-9_]{1,15}"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <button type="submit" className="chip" disabled={!username}>
        Create
      </button>
      {refusal && <Said>{refusal}</Said>}
    </form>
  );
}
