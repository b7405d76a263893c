import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const roots = [
  'app',
  'components',
  'lib',
  'db',
  'sandbox',
  'public',
  'scripts/bundles.mjs',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];
const isTest = /\.(test|spec)\.tsx?$/;

/** A fingerprint of everything that a build is made from, and of the place it was made in. */
export function fingerprint(root) {
  const hash = createHash('sha256').update(root);
  for (const file of roots.flatMap((start) => filesBelow(root, start))) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function filesBelow(root, relative) {
  const found = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return isTest.test(relative) ? [] : [relative];
  const names = readdirSync(path.join(root, relative)).sort();
  return names.flatMap((name) => filesBelow(root, path.join(relative, name)));
}
