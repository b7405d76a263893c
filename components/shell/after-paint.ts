/** A page that is not looked at paints nothing. */
const mostWaitMs = 100;

/** Resolves when the browser has painted what is on its way to the screen: for what can wait until then. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, mostWaitMs);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // Runs once the frame that was just begun is done.
      setTimeout(resolve);
    });
  });
}
