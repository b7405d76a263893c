import { act, useResource } from './live';
import type { Attempt, Deliveries, DeliveryRow, Webhooks } from './network-types';
import { Ago, Panel } from './parts';

/** Where the network pushes to, and how each delivery fared. */
export function DeliveryLog() {
  const { data: hooks } = useResource<Webhooks>(
    '/sandbox/webhooks',
    'webhook. subscription. account_subscription.',
  );
  const { data } = useResource<Deliveries>('/sandbox/deliveries?limit=60', 'delivery.');
  return (
    <Panel title="Webhook deliveries">
      {hooks?.webhooks.length === 0 && <p className="faint">No app has registered a webhook.</p>}
      {hooks?.webhooks.map(({ id, url, valid, subscriptions }) => (
        <p key={id} className="hook">
          <span className={valid ? 'state met' : 'state late'}>{valid ? 'valid' : 'invalid'}</span>
          <span className="url">{url}</span>
          <span className="faint num">{subscriptions} subscriptions</span>
          <button
            type="button"
            className="chip"
            onClick={() => void act('POST', `/sandbox/webhooks/${id}/crc`)}
          >
            Check now
          </button>
        </p>
      ))}
      {data && data.deliveries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-label="Log of deliveries">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Event</th>
                <th scope="col">State</th>
                <th scope="col">Attempts</th>
              </tr>
            </thead>
            <tbody>
              {data.deliveries.map((delivery) => (
                <Row key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data && (
        <p className="faint small num">
          {data.total} deliveries, {data.pending} not finished
        </p>
      )}
    </Panel>
  );
}

const tones: Record<DeliveryRow['outcome'], string> = {
  pending: 'due',
  delivered: 'met',
  lost: 'late',
  dropped: 'late',
};

function Row({ delivery }: { delivery: DeliveryRow }) {
  const { signals, outcome, attempts } = delivery;
  return (
    <tr>
      <td>{signals[0] && <Ago at={signals[0].at} />}</td>
      <td>{signals.map(({ type }) => type).join(', ')}</td>
      <td>
        <span className={`state ${tones[outcome]}`}>{outcome}</span>
      </td>
      <td className="num soft">{attempts.map(attemptWords).join(', ') || 'none yet'}</td>
    </tr>
  );
}

const attemptWords = ({ status, why, ms }: Attempt) =>
  `${status ?? why ?? 'no answer'} in ${ms} ms`;
