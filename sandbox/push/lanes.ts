type Task = () => Promise<void>;

/** Runs tasks a few at a time, first come first served, each not before its delay is over. */
export function laneKeeper(width: () => number) {
  const waiting: Task[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let running = 0;
  let isClosed = false;

  function pump() {
    while (!isClosed && running < width()) {
      const next = waiting.shift();
      if (!next) return;
      running += 1;
      void next().finally(() => {
        running -= 1;
        pump();
      });
    }
  }

  function enter(task: Task) {
    waiting.push(task);
    pump();
  }

  return {
    later(delayMs: number, task: Task) {
      if (isClosed) return;
      if (delayMs <= 0) return enter(task);
      const timer = setTimeout(() => {
        timers.delete(timer);
        enter(task);
      }, delayMs);
      timers.add(timer);
    },
    closed: () => isClosed,
    close() {
      isClosed = true;
      waiting.length = 0;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
