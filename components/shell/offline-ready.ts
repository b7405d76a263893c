/** Lets the browser show a page of Porchlight where one cannot be reached, and lead from a phone's notification. */
export function readyForOffline(go: (path: string) => void): () => void {
  const worker = navigator.serviceWorker;
  if (!worker) return () => undefined;
  void worker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  const hear = ({ data }: MessageEvent<{ go?: unknown }>) => {
    if (typeof data?.go === 'string') go(data.go);
  };
  worker.addEventListener('message', hear);
  return () => worker.removeEventListener('message', hear);
}
