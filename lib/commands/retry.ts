const CONTENTION = new Set(['40001', '40P01']);
const TRIES = 4;

/** Runs a transaction again when the database chose it as the victim of a deadlock or a conflict. */
export async function retryingContention<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: each try waits for the one before
      return await run();
    } catch (error) {
      if (attempt === TRIES || !CONTENTION.has(sqlStateOf(error))) throw error;
    }
  }
}

/** The SQLSTATE of a database error, however deep the driver or Drizzle wrapped it; '' for anything else. */
export function sqlStateOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return '';
}
