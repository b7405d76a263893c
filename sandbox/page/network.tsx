import { DeliveryLog } from './delivery-log';
import { FaultPanel } from './fault-panel';
import { act, useResource } from './live';
import type { NetworkSettings, People } from './network-types';
import { Choice, Panel, Tick } from './parts';

const eras: readonly (readonly [NetworkSettings['ruleSet'], string])[] = [
  ['x.today', 'today'],
  ['x.open_dm_2015', '2015: open to everyone, and replies'],
  ['x.followers_opt_in_2013', '2013: opt-in for followers'],
  ['x.mutual_follow', 'before: only who is followed'],
];
const envelopes = [
  ['xaa', 'activity API'],
  ['aaa', 'account activity API, older'],
] as const;
const batches = [
  ['none', 'one event each'],
  ['data', 'several under data'],
  ['list', 'several in one list'],
] as const;

/** The network's own switches and what it has pushed. */
export function Network() {
  const { data: settings } = useResource<NetworkSettings>('/sandbox/settings', 'settings.');
  const { data: accounts } = useResource<People>('/sandbox/people?brand=true', 'person.');
  const change = (patch: Partial<NetworkSettings>) => void act('PUT', '/sandbox/settings', patch);
  return (
    <main className="network" aria-label="Network">
      <div className="columns">
        {settings && (
          <Panel title="Rules">
            <Choice
              label="Permission rules"
              value={settings.ruleSet}
              options={eras}
              onChoose={(ruleSet) => change({ ruleSet })}
            />
            <Choice
              label="Deliveries as"
              value={settings.envelope}
              options={envelopes}
              onChoose={(envelope) => change({ envelope })}
            />
            <Choice
              label="Batches"
              value={settings.batching}
              options={batches}
              onChoose={(batching) => change({ batching })}
            />
            <Tick
              label="Apps may answer only posts that name or quote the account"
              on={settings.summonsRule}
              onTurn={(summonsRule) => change({ summonsRule })}
            />
            <Tick
              label="Look-ups name a next page even on the last one"
              on={settings.nextTokenOnLastPage}
              onTurn={(nextTokenOnLastPage) => change({ nextTokenOnLastPage })}
            />
            <p className="faint small num">
              Sends: {settings.budgets['dm.send'].limit} in{' '}
              {settings.budgets['dm.send'].windowSeconds / 60} minutes an account. Look-ups:{' '}
              {settings.budgets['dm.lookup'].limit}.
            </p>
          </Panel>
        )}
        <FaultPanel />
        <Panel title="Connection">
          <div className="ways">
            <button
              type="button"
              className="chip"
              onClick={() => void act('POST', '/sandbox/tokens/expire')}
            >
              End all access tokens now
            </button>
            {accounts?.people.map(({ id, username }) => (
              <button
                key={id}
                type="button"
                className="chip"
                onClick={() => void act('POST', `/sandbox/accounts/${id}/revoke`)}
              >
                Disconnect @{username}
              </button>
            ))}
          </div>
        </Panel>
      </div>
      <DeliveryLog />
    </main>
  );
}
