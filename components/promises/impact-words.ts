import type { Impact } from '@/lib/domain/sla/impact';
import type { ChangeInMind } from '@/lib/queries/sla/impact';

/** "Also the 143 open ones". */
export function openInWords(open: number | null): string {
  if (open === null) return 'Also the open ones';
  if (open === 0) return 'Also the open ones: there are none';
  return open === 1 ? 'Also the one that is open' : `Also the ${count(open)} open ones`;
}

/** What becomes of the open conversations, in sentences. */
export function impactInWords({ open, broken, anew }: Impact, kind: ChangeInMind['kind']): string {
  if (open === 0) return 'Nothing is open that it could be carried to.';
  const said = [brokenInWords(broken, anew > 0)];
  if (kind === 'hours') said.push('From then on their time is counted by these hours.');
  else said.push('What has passed counts; what is late by now is a breach, and stays one.');
  if (anew > 0) said.push(anewInWords(anew));
  return said.join(' ');
}

function brokenInWords(broken: number, isPartly: boolean): string {
  if (broken === 0 && isPartly) return 'Of the clocks that run, none would be broken at once.';
  if (broken === 0) return 'None would be broken at once.';
  return broken === 1 ? '1 would be broken at once.' : `${count(broken)} would be broken at once.`;
}

function anewInWords(anew: number): string {
  const who = anew === 1 ? '1 gets' : `${count(anew)} get`;
  return `${who} a promise that was not made before; how late it is there is not counted in this.`;
}

function count(many: number): string {
  return many.toLocaleString('en-GB');
}
