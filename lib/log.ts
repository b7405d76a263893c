import 'server-only';
import pino from 'pino';

/**
 * The structured log: one JSON line each, ids and codes only. Errors are cut down to what cannot carry
 * message text: database drivers put parameters into theirs.
 */
export const log = pino({
  name: 'porchlight',
  level: process.env['LOG_LEVEL'] ?? 'info',
  serializers: { err: withoutContents },
});

function withoutContents(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6),
    ...(error.cause === undefined ? {} : { cause: withoutContents(error.cause) }),
  };
}
