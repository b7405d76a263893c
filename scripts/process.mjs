import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process runs. A zombie, which a lazy init may leave for ever, counts as gone. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const stat = linuxStat(pid);
  return stat === undefined ? process.platform !== 'linux' : stat.state !== 'Z';
}

/** The command line of a process as one string, empty when it is gone. */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  }
  return ps(pid, 'command=');
}

/** Pid and moment of birth: a recycled pid has another birth. Empty when the process is gone. */
export function identityOf(pid) {
  if (!isAlive(pid)) return '';
  const birth = linuxStat(pid)?.birth ?? ps(pid, 'lstart=');
  return `${pid}@${birth}`;
}

/** The pids of the direct children, on Linux; elsewhere what `ps` knows. */
export function childrenOf(pid) {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((child) => linuxStat(child)?.parent === pid);
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return rows.filter(([, parent]) => parent === pid).map(([child]) => child);
}

/** The parent of a process, 0 when unknown. */
export function parentOf(pid) {
  return linuxStat(pid)?.parent ?? Number(ps(pid, 'ppid='));
}

/** Sends a signal; false when there was nobody to take it. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function linuxStat(pid) {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  if (stat === '') return undefined;
  // The name in parentheses may hold spaces and parentheses of its own: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], parent: Number(fields[1]), birth: fields[19] };
}

function ps(pid, column) {
  const { stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '').trim();
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
