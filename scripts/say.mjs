const started = performance.now();

// `npm start | head` closes the pipe; that is no reason to end.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** One line of progress, with the seconds since the command was given. */
export function say(line) {
  process.stdout.write(`${`${seconds(started)} s`.padStart(8)}  ${line}\n`);
}

/** A line as it is. */
export function print(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Seconds since `since` (of `performance.now()`), with one decimal. */
export function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}
