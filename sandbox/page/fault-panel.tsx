import { act, useResource } from './live';
import type { Faults } from './network-types';
import { Choice, Panel, Tick } from './parts';

const sends = [
  ['none', 'healthy'],
  ['refuse', 'refused'],
  ['rate_limited', '429'],
  ['error_before_accept', '5xx before accepting'],
  ['error_after_accept', '5xx after accepting'],
  ['timeout_before_accept', 'time-out before accepting'],
  ['timeout_after_accept', 'time-out after accepting'],
  ['reset_before_accept', 'cut before accepting'],
  ['reset_after_accept', 'cut after accepting'],
  ['swallow_reply', 'reply swallowed'],
  ['unparseable', 'unreadable success'],
] as const;
const lookups = [
  ['none', 'healthy'],
  ['fail', 'failing'],
  ['off', 'switched off'],
  ['timeout', 'never answering'],
  ['lag', 'a minute behind'],
] as const;
const files = [
  ['none', 'healthy'],
  ['refuse', 'refused when handed over'],
  ['unavailable', '5xx when handed over'],
  ['unusable', 'unusable once worked on'],
  ['gone', 'gone when fetched'],
  ['withheld', '5xx when fetched'],
] as const;
const frequencies = [
  ['always', 'every time'],
  ['once', 'once'],
  ['third', 'one in three'],
] as const;

type Frequency = (typeof frequencies)[number][0];

const firing: Record<Frequency, object> = {
  always: {},
  once: { times: 1 },
  third: { probability: 1 / 3 },
};

/** What is wrong with the network. */
export function FaultPanel() {
  const { data: faults } = useResource<Faults>('/sandbox/faults', 'faults. fault.');
  if (!faults) return null;
  const put = (patch: object) => void act('PUT', '/sandbox/faults', patch);
  const [send] = faults.send.filter(({ times }) => times !== 0);
  const [lookup] = faults.lookup.filter(({ times }) => times !== 0);
  const [media] = faults.media.filter(({ times }) => times !== 0);
  const often = frequencyOf(send);
  return (
    <Panel title="Faults">
      <Choice
        label="Sending"
        value={send?.mode ?? 'none'}
        options={sends}
        onChoose={(mode) => put({ send: mode === 'none' ? null : { mode, ...firing[often] } })}
      />
      {send && (
        <Choice
          label="How often"
          value={often}
          options={frequencies}
          onChoose={(each) => put({ send: { mode: send.mode, ...firing[each] } })}
        />
      )}
      <Choice
        label="Look-ups"
        value={lookup?.mode ?? 'none'}
        options={lookups}
        onChoose={(mode) =>
          put({
            lookup: mode === 'none' ? null : { mode, ...(mode === 'lag' ? { lagMs: 60_000 } : {}) },
          })
        }
      />
      <Choice
        label="Files"
        value={media?.mode ?? 'none'}
        options={files}
        onChoose={(mode) => put({ media: mode === 'none' ? null : { mode } })}
      />
      <WebhookFaults webhook={faults.webhook} onChange={(webhook) => put({ webhook })} />
      <Tick
        label="Credits are gone"
        on={faults.creditsGone}
        onTurn={(creditsGone) => put({ creditsGone })}
      />
      <div className="ways">
        <button
          type="button"
          className="chip"
          onClick={() => void act('DELETE', '/sandbox/faults')}
        >
          Mend everything
        </button>
      </div>
    </Panel>
  );
}

function frequencyOf(fault: Faults['send'][number] | undefined): Frequency {
  if (fault?.probability !== undefined) return 'third';
  return fault?.times === undefined ? 'always' : 'once';
}

type WebhookProps = { webhook: Faults['webhook']; onChange: (webhook: Faults['webhook']) => void };

function WebhookFaults({ webhook, onChange }: WebhookProps) {
  const half = (on: boolean) => (on ? 0.5 : 0);
  return (
    <fieldset>
      <legend>Deliveries</legend>
      <Tick
        label="Late by five seconds"
        on={(webhook.lateMs ?? 0) > 0}
        onTurn={(on) => onChange({ ...webhook, lateMs: on ? 5000 : 0 })}
      />
      <Tick
        label="Half of them twice"
        on={(webhook.doubled ?? 0) > 0}
        onTurn={(on) => onChange({ ...webhook, doubled: half(on) })}
      />
      <Tick
        label="Half of them out of order"
        on={(webhook.reordered ?? 0) > 0}
        onTurn={(on) => onChange({ ...webhook, reordered: half(on) })}
      />
      <Tick
        label="Half of them dropped"
        on={(webhook.dropped ?? 0) > 0}
        onTurn={(on) => onChange({ ...webhook, dropped: half(on) })}
      />
    </fieldset>
  );
}
