import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { bundleFile } from './bundles.mjs';
import { identityOf, signal } from './process.mjs';
import { until } from './until.mjs';

const ROTATE_ABOVE_BYTES = 5_000_000;

/** How each part is started: the arguments for node. */
export const partCommands = {
  web: ({ root, at, development }) => [
    path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'),
    development ? 'dev' : 'start',
    '-H',
    at.host,
    '-p',
    String(at.web),
  ],
  worker: ({ root }) => ['--enable-source-maps', bundleFile(root, 'worker')],
  sandbox: ({ root }) => ['--enable-source-maps', bundleFile(root, 'sandbox')],
};

/**
 * One process of the stack. `onCrash(name, how)` is told when it ends without having been asked to.
 * Its output goes to `logs`/<name>.log, or to the terminal when there is no `logs`.
 */
export function createPart({ name, args, root, env, logs, onCrash }) {
  let child;
  let wanted = false;
  let logStart = 0;

  function start() {
    wanted = true;
    const output = logs ? openLog(logs, name) : 'inherit';
    logStart = logs ? statSync(logFile(logs, name)).size : 0;
    const lifeline = path.join(import.meta.dirname, 'die-with-parent.cjs');
    // Its own process group: a Ctrl-C in the terminal hits only the launcher, which stops in order.
    const started = spawn(process.execPath, ['--require', lifeline, ...args], {
      cwd: root,
      env: { ...env, PORCHLIGHT_PART: name },
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    if (typeof output === 'number') closeSync(output);
    child = started;
    const ended = (how) => {
      if (child === started) child = undefined;
      if (wanted && child === undefined) onCrash?.(name, how);
    };
    started.once('error', (error) => ended(error.message));
    started.once('exit', (code, killedBy) => ended(killedBy ?? `code ${code}`));
  }

  /** Sends a signal and waits; false when it still runs after `withinMs`. */
  async function end(signalName, withinMs) {
    wanted = false;
    const { pid } = child ?? {};
    if (!pid) return true;
    // The development server has children of its own: SIGKILL goes to the whole group.
    signal(signalName === 'SIGKILL' ? -pid : pid, signalName);
    return (await until(() => child?.pid !== pid, { withinMs })) === true;
  }

  return {
    name,
    start,
    get pid() {
      return child?.pid;
    },
    get identity() {
      return child ? identityOf(child.pid) : '';
    },
    stop: (withinMs) => end('SIGTERM', withinMs),
    kill: () => end('SIGKILL', 5_000),
    /** The end of what it wrote since it was started last; empty when that went to the terminal. */
    lastWords: () => (logs ? tail(logFile(logs, name), logStart) : ''),
  };
}

const logFile = (logs, name) => path.join(logs, `${name}.log`);

function openLog(logs, name) {
  mkdirSync(logs, { recursive: true });
  const file = logFile(logs, name);
  if (existsSync(file) && statSync(file).size > ROTATE_ABOVE_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function tail(file, start) {
  if (!existsSync(file)) return '';
  const lines = readFileSync(file).subarray(start).toString().trimEnd().split('\n');
  return lines.slice(-20).map(readable).join('\n');
}

/** Of a structured line what a person wants to know. */
function readable(line) {
  try {
    const { why, msg } = JSON.parse(line);
    return why ?? msg ?? line;
  } catch {
    return line;
  }
}
