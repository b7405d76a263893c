import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and answers `{ code, output }`; `output` is kept only when `quiet`.
 * `signal` (an AbortSignal) ends it early.
 */
export function run(command, args, { cwd, env, signal, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      signal,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, killedBy) => resolve({ code: code ?? killedBy, output }));
  });
}

/** The command line of npm itself: the one that started us, else the one on the path. */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}
