import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brandScopes } from '../oauth/tokens';
import type { RunningSandbox, SandboxOptions } from '../server';
import { startSandbox } from '../server';

export const testApp = {
  clientId: 'test-client',
  clientSecret: 'test-client-secret',
  consumerKey: 'test-consumer',
  consumerSecret: 'test-consumer-secret',
  bearerToken: 'test-bearer-token',
};

export type TestSandbox = RunningSandbox & {
  dataDir: string;
  /** A call of the controls; throws on anything but success. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** A call of the API. */
  call(method: string, path: string, token: string, body?: unknown): Promise<Response>;
  tokenFor(accountId: string, scopes?: string[]): Promise<string>;
  remove(): Promise<void>;
};

/** A sandbox on a free port with a directory of its own. */
export async function startTestSandbox(
  options: Partial<SandboxOptions> = {},
): Promise<TestSandbox> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  const running = await startSandbox({
    app: testApp,
    port: 0,
    seed: 'accounts',
    ...options,
    dataDir,
  });

  async function control<T>(method: string, at: string, body?: unknown): Promise<T> {
    const response = await fetch(`${running.url}${at}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const answer = await response.json();
    if (!response.ok)
      throw new Error(`${method} ${at}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as T;
  }

  return {
    ...running,
    dataDir,
    control,
    call: (method, at, token, body) =>
      fetch(`${running.url}${at}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      }),
    async tokenFor(accountId, scopes = brandScopes) {
      const answer = await control<{ access_token: string }>('POST', '/sandbox/tokens', {
        accountId,
        scopes,
      });
      return answer.access_token;
    },
    async remove() {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
