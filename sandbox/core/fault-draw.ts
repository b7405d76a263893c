import { seeded } from '../seeded';
import type { LookupFault, MediaFault, SendFault } from './faults';
import type { Sandbox } from './sandbox';

type Fault = SendFault | LookupFault | MediaFault;

const draws = new WeakMap<object, () => number>();

/** The fault of this area that strikes now, if any; its counter goes down in the ledger. */
export function drawFault(sandbox: Sandbox, area: 'send'): SendFault | undefined;
export function drawFault(sandbox: Sandbox, area: 'lookup'): LookupFault | undefined;
/** Of the faults with files only those of the named modes are drawn. */
export function drawFault(
  sandbox: Sandbox,
  area: 'media',
  modes: readonly MediaFault['mode'][],
): MediaFault | undefined;
export function drawFault(
  sandbox: Sandbox,
  area: 'send' | 'lookup' | 'media',
  modes?: readonly string[],
) {
  const faults: readonly Fault[] = sandbox.world.faults[area];
  const index = faults.findIndex(
    (fault) => (modes?.includes(fault.mode) ?? true) && fault.times !== 0 && strikes(fault),
  );
  const fault = faults[index];
  if (fault && !isQuiet(fault))
    sandbox.record({ kind: 'fault.fired', area, index, mode: fault.mode });
  return fault;
}

function strikes(fault: Fault): boolean {
  if (fault.probability === undefined) return true;
  const draw = draws.get(fault) ?? seeded(fault.seed ?? 1);
  draws.set(fault, draw);
  return draw() < fault.probability;
}

/** A lag is a state of the network, not an event worth a line for each look-up. */
function isQuiet(fault: Fault) {
  return fault.mode === 'lag' && fault.times === undefined;
}
