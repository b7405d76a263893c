import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';

let known: string | undefined;

/** Which build of the web server this process runs; a browser with pages of another one should load anew. */
export function buildId(): string {
  known ??= read();
  return known;
}

function read(): string {
  try {
    return readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
  } catch {
    return 'development';
  }
}
