import 'server-only';
import { env } from '../env';

/** A duration of real life, in milliseconds, at the pace that this process runs at. */
export function paced(ms: number): number {
  return ms * env().TIME_SCALE;
}
