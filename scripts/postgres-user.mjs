import { readFileSync, statSync } from 'node:fs';

/**
 * PostgreSQL refuses to run as root, so root lends it an ordinary user: the owner of the data when
 * there is any, else `postgres`, else `nobody`. Undefined for everybody who is not root.
 */
export function postgresUser(dataDir) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const rows = accounts.map((line) => line.split(':'));
  const row =
    rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row)
    throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}
