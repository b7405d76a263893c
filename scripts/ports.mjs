import net from 'node:net';
import { until } from './until.mjs';

/** A port that nobody listens on right now. */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function isPortFree(port, host) {
  return (await whyNot(port, host)) === undefined;
}

/**
 * Refuses, by the name of the setting to change, a port that is taken or not allowed. Asks again for
 * `withinMs`: a killed process may hold its port for a moment after it has become a zombie.
 */
export async function requirePort({
  setting,
  port,
  host,
  purpose,
  withinMs,
  command = 'npm start',
}) {
  let why;
  await until(
    async () => {
      why = await whyNotAnywhere(port, host);
      return why === undefined;
    },
    { withinMs, everyMs: 50 },
  );
  if (!why) return;
  throw new Error(
    `Port ${port} for ${purpose} ${why}. Free it, or choose another: ${setting}=${port + 100} ${command}`,
  );
}

/** A browser tries ::1 for localhost first; somebody else there would be opened instead of us. */
async function whyNotAnywhere(port, host) {
  return (
    (await whyNot(port, host)) ?? (await whyNot(port, '0.0.0.0')) ?? (await whyNot(port, '::1'))
  );
}

function whyNot(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', ({ code }) => {
      if (code === 'EADDRINUSE') resolve('is taken by another program');
      else if (code === 'EACCES') resolve('may not be opened by this user');
      else resolve(undefined);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
