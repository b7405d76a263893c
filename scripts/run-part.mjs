import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { bundleFile } from './bundles.mjs';
import { onEndOfLife } from './lifeline.mjs';
import { createPart, partCommands } from './parts.mjs';
import { say } from './say.mjs';
import { addresses, loadSettings } from './settings.mjs';

const STOP_WITHIN_MS = 8_000;
const root = path.resolve(import.meta.dirname, '..');

/** Runs one part on its own, in production: every setting comes from the environment or `.env`. */
export async function runPart(name) {
  loadSettings(root);
  await ensureBuilt({ root, log: say });
  const at = addresses(process.env);
  const args = partCommands[name]?.({ root, at }) ?? [bundleFile(root, name)];
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const part = createPart({
    name,
    args,
    root,
    env,
    onCrash: (_, how) => process.exit(Number(/^code (\d+)$/.exec(how)?.[1] ?? 1)),
  });
  onEndOfLife(async (times) => {
    if (times > 1 || !(await part.stop(STOP_WITHIN_MS))) await part.kill();
    process.exit(0);
  });
  part.start();
}
