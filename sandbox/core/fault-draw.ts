import { seeded } from '../seeded';
import type { LookupFault, SendFault } from './faults';
import type { Sandbox } from './sandbox';

const draws = new WeakMap<object, () => number>();

/** The fault of this area that strikes now, if any; its counter goes down in the ledger. */
export function drawFault(sandbox: Sandbox, area: 'send'): SendFault | undefined;
export function drawFault(sandbox: Sandbox, area: 'lookup'): LookupFault | undefined;
export function drawFault(sandbox: Sandbox, area: 'send' | 'lookup') {
  const faults: readonly (SendFault | LookupFault)[] = sandbox.world.faults[area];
  const index = faults.findIndex((fault) => fault.times !== 0 && strikes(fault));
  const fault = faults[index];
  if (fault && !isQuiet(fault))
    sandbox.record({ kind: 'fault.fired', area, index, mode: fault.mode });
  return fault;
}

function strikes(fault: SendFault | LookupFault): boolean {
  if (fault.probability === undefined) return true;
  const draw = draws.get(fault) ?? seeded(fault.seed ?? 1);
  draws.set(fault, draw);
  return draw() < fault.probability;
}

/** A lag is a state of the network, not an event worth a line for each look-up. */
function isQuiet(fault: SendFault | LookupFault) {
  return fault.mode === 'lag' && fault.times === undefined;
}
