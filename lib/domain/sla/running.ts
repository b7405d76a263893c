import type { Target } from './evaluate';

/** Whether somebody still waits for what was promised. */
export function isRunning({ endedAt, outcome }: Pick<Target, 'endedAt' | 'outcome'>): boolean {
  return endedAt === null && outcome !== 'void';
}
