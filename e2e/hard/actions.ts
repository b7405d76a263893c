import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionResult } from '@/lib/action';
import type { Reply } from '../wire';
import { ask } from '../wire';
import type { Rig } from './rig';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type ActionId = { id: string; name: string; file: string };

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };

/** Every server action of the build, as an attacker would find them. */
export function builtActions(): ActionId[] {
  const file = path.join(root, '.next/server/server-reference-manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.entries(manifest.node).map(([id, { exportedName = '', filename = '' }]) => ({
    id,
    name: exportedName,
    file: filename,
  }));
}

type Asking = { cookie?: string; headers?: Record<string, string>; at?: string };

/** Calls a server action as the browser does. */
export function postAction(
  rig: Rig,
  id: string,
  input: unknown,
  asking: Asking = {},
): Promise<Reply> {
  const body = JSON.stringify([input]);
  return ask(`${rig.app}${asking.at ?? '/inbox/open'}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      'content-length': String(Buffer.byteLength(body)),
      accept: 'text/x-component',
      'next-action': id,
      origin: new URL(rig.app).origin,
      'sec-fetch-site': 'same-origin',
      ...(asking.cookie === undefined ? {} : { cookie: asking.cookie }),
      ...asking.headers,
    },
  });
}

/** The same by the action's name, with its answer read. */
export async function act<T>(
  rig: Rig,
  name: string,
  input: unknown,
  cookie: string,
): Promise<ActionResult<T>> {
  const found = builtActions().find((action) => action.name === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  const reply = await postAction(rig, found.id, input, { cookie });
  if (reply.status !== 200)
    throw new Error(`${name} answered ${reply.status}: ${reply.body.slice(0, 200)}`);
  const result = resultIn<T>(reply);
  if (!result) throw new Error(`no result in the answer: ${reply.body.slice(0, 300)}`);
  return result;
}

/** The action's value in its flight answer: the row that is a plain result object. */
export function resultIn<T>(reply: Reply): ActionResult<T> | undefined {
  const row = reply.body
    .split('\n')
    .map((line) => line.slice(line.indexOf(':') + 1))
    .find((json) => json.startsWith('{"ok":'));
  return row === undefined ? undefined : (JSON.parse(row) as ActionResult<T>);
}
