import { useState } from 'react';
import { act } from './live';
import type { Between, Person } from './network-types';
import { Choice, Face, Panel, Said, Tick } from './parts';

type Props = {
  between: Between;
  accounts: readonly Person[];
  onAccount: (id: string) => void;
  onMessage: () => void;
};

/** The brand's profile as this person sees it: the message button is there only when they may write. */
export function Profile({ between, accounts, onAccount, onMessage }: Props) {
  const { account, person, toAccount } = between;
  const [refusal, setRefusal] = useState<string>();
  const pair = { from: person.id, to: account.id };
  const tie = async (verb: string) => setRefusal(await act('POST', `/sandbox/${verb}`, pair));
  const follows = toAccount.senderFollowsRecipient;
  return (
    <>
      <Panel title="The brand’s profile">
        <Choice
          label="Account"
          value={account.id}
          options={accounts.map(({ id, username }) => [id, `@${username}`] as const)}
          onChoose={onAccount}
        />
        <div className="person">
          <Face person={account} />
          <div>
            <div className="strong">{account.name}</div>
            <div className="soft">
              @{account.username} · {account.followers.toLocaleString()} followers
            </div>
          </div>
        </div>
        <p className="soft">{account.bio}</p>
        <div className="ways">
          {toAccount.verdict.allow && (
            <button type="button" className="chip go" onClick={onMessage}>
              Message
            </button>
          )}
          <button
            type="button"
            className="chip"
            onClick={() => void tie(follows ? 'unfollow' : 'follow')}
          >
            {follows ? 'Unfollow' : 'Follow'}
          </button>
          <button
            type="button"
            className="chip"
            onClick={() => void tie(between.personBlocks ? 'unblock' : 'block')}
          >
            {between.personBlocks ? 'Unblock' : 'Block'}
          </button>
        </div>
        {!toAccount.verdict.allow && <Said>{toAccount.sentence}</Said>}
        {refusal && <Said>{refusal}</Said>}
        <DoorOf person={account} label="The brand’s door" />
      </Panel>
      <Panel title={`About ${person.name}`}>
        <Standing between={between} />
        <DoorOf person={person} label="This person’s door" />
        <Tick
          label="Verified"
          on={person.verified}
          onTurn={(verified) => void change(person, { verified })}
        />
        <Tick
          label="Writes in encrypted chats"
          on={person.encrypted}
          onTurn={(encrypted) => void change(person, { encrypted })}
        />
      </Panel>
    </>
  );
}

const doors = [
  ['everyone', 'open to everyone'],
  ['verified', 'open to verified accounts'],
  ['followers', 'open to followers (until 2013)'],
  ['nobody', 'closed'],
] as const;

function DoorOf({ person, label }: { person: Person; label: string }) {
  return (
    <Choice
      label={label}
      value={person.door}
      options={doors}
      onChoose={(door) => void change(person, { door })}
    />
  );
}

const change = ({ id }: Person, patch: Partial<Person>) =>
  act('PATCH', `/sandbox/people/${id}`, patch);

function Standing({ between }: { between: Between }) {
  const { toPerson, account, accountBlocks } = between;
  const facts: readonly (readonly [string, string])[] = [
    ['Follows the brand', toPerson.recipientFollowsSender ? 'yes' : 'no'],
    ['Followed by it', toPerson.senderFollowsRecipient ? 'yes' : 'no'],
    ['Wrote to it', toPerson.recipientHasWritten ? 'yes' : 'never'],
    ['Blocked by it', accountBlocks ? 'yes' : 'no'],
    [
      `@${account.username} may write`,
      toPerson.verdict.allow ? `yes, ${toPerson.verdict.mode}` : 'no',
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
