import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Secrets made once and kept in a file that only its owner reads: each name with the function that makes it.
 * A name added later is made then; several processes may come at the same time.
 */
export function keep(file, makers) {
  const kept = read(file);
  const missing = Object.keys(makers).filter((name) => kept?.[name] === undefined);
  if (kept && missing.length === 0) return kept;
  const made = Object.fromEntries(missing.map((name) => [name, makers[name]()]));
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...kept, ...made }, null, 2)}\n`, { mode: 0o600 });
  if (kept) {
    renameSync(draft, file);
    return read(file);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read: ${error.message}`, { cause: error });
  }
}
