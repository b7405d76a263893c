import { ArrowDown, ArrowUp } from 'lucide-react';
import { metrics } from '@/lib/domain/sla/policy';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { kindNames } from '../routing/kind-names';
import { priorityNames } from '../thread/priority-names';
import { Button, buttonClass, IconButton } from '../ui/button';
import { capital } from '../ui/capital';
import { SoftLink } from '../ui/soft-link';
import type { Things } from './things';
import { namedThings, nameOf } from './things';
import { metricWords, timesInWords } from './words';

/** A policy of the list: whom it is for, what it promises, and its place. */
export function PolicyLine({
  policy,
  no,
  things,
  mayChange,
  mayUp,
  mayDown,
  onMove,
  onArchive,
}: {
  policy: SlaPolicyView;
  no: number;
  things: Things;
  mayChange: boolean;
  mayUp: boolean;
  mayDown: boolean;
  onMove: (by: 1 | -1) => void;
  onArchive: () => void;
}) {
  const { policyId, name, takesAll } = policy;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <span aria-hidden className="w-4 shrink-0 text-ink-3 tabular-nums">
        {no}
      </span>
      <div className="min-w-52 flex-1">
        <h2 className="font-strong">
          <bdi>{name}</bdi>
        </h2>
        <p className="text-ink-2">{whomInWords(policy, things)}</p>
        <Promised policy={policy} />
      </div>
      <div className="flex items-center gap-1">
        {mayChange && !takesAll ? (
          <Moves policyId={policyId} name={name} mayUp={mayUp} mayDown={mayDown} onMove={onMove} />
        ) : null}
        <SoftLink href={`/settings/promises/${policyId}`} className={buttonClass('quiet')}>
          {mayChange ? 'Edit' : 'Look'}
          <span className="sr-only">
            {mayChange ? '' : ' at'} {name}
          </span>
        </SoftLink>
        {mayChange && !takesAll ? (
          <Button tone="quiet" onClick={onArchive}>
            Archive<span className="sr-only"> {name}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Moves({
  policyId,
  name,
  mayUp,
  mayDown,
  onMove,
}: {
  policyId: string;
  name: string;
  mayUp: boolean;
  mayDown: boolean;
  onMove: (by: 1 | -1) => void;
}) {
  return (
    <>
      <IconButton
        label={`Move ${name} up`}
        hint="Move up"
        data-moves={policyId}
        disabled={!mayUp}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={`Move ${name} down`}
        hint="Move down"
        data-moves={policyId}
        disabled={!mayDown}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden size={14} />
      </IconButton>
    </>
  );
}

function Promised({ policy: { promises, hours, steps } }: { policy: SlaPolicyView }) {
  const promised = metrics.flatMap((metric) => {
    const one = promises[metric];
    return one ? [{ metric, words: timesInWords(one) }] : [];
  });
  if (promised.length === 0) return <p className="text-fact text-ink-3">Promises nothing.</p>;
  return (
    <>
      <dl className="mt-1.5 grid gap-x-3 gap-y-0.5 text-fact sm:grid-cols-[108px_minmax(0,1fr)]">
        {promised.map(({ metric, words }) => (
          <div key={metric} className="contents">
            <dt className="text-ink-3">{metricWords[metric].label}</dt>
            <dd className="text-ink-2 tabular-nums">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-fact text-ink-3">
        Open hours: <bdi>{hours}</bdi>. {stepsInWords(steps.length)}
      </p>
    </>
  );
}

function stepsInWords(count: number): string {
  if (count === 0) return 'No steps.';
  return count === 1 ? '1 step.' : `${count} steps.`;
}

function whomInWords({ takesAll, conditions }: SlaPolicyView, things: Things): string {
  if (takesAll) return 'Every conversation that no other policy takes';
  const named = namedThings(things);
  const { channelIds, teamIds, labelIds, priorities, contactKinds, vip } = conditions;
  const said = [
    priorities && `${anyOf(priorities.map((priority) => priorityNames[priority]))} priority`,
    contactKinds && `from ${anyOf(contactKinds.map((kind) => kindNames[kind].toLowerCase()))}`,
    vip !== undefined && (vip ? 'from VIPs' : 'from others than VIPs'),
    channelIds && `on ${anyOf(channelIds.map((id) => nameOf(named.channelIds, id)))}`,
    teamIds && `with ${anyOf(teamIds.map((id) => nameOf(named.teamIds, id)))}`,
    labelIds && `labelled ${anyOf(labelIds.map((id) => nameOf(named.labelIds, id)))}`,
  ].filter(Boolean);
  const words = said.length > 0 ? said.join(', ') : 'every conversation that comes this far';
  return capital(words);
}

function anyOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
