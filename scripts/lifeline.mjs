import { commandOf, parentOf } from './process.mjs';

const WATCH_EVERY_MS = 500;

/**
 * Calls `onEnd(times)` when we are asked to stop: by a signal, or because what started us is gone (npm does not
 * hand a SIGTERM down). `times` counts up: at two, somebody is impatient.
 */
export function onEndOfLife(
  onEnd,
  { watchParent = process.env.npm_lifecycle_event !== undefined } = {},
) {
  let times = 0;
  const told = () => {
    times += 1;
    onEnd(times);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, told);
  if (!watchParent) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    told();
  }, WATCH_EVERY_MS);
  watch.unref();
}

/** Our parent; and, where npm put a shell between, the parent of that. */
function ancestors() {
  const parent = process.ppid;
  const viaShell = /(^|\/)(sh|bash|dash) -c /.test(commandOf(parent));
  return viaShell ? `${parent} of ${parentOf(parent)}` : String(parent);
}
