/** "240 KB", "1.4 MB": as people say it. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const thousands = bytes / 1_024;
  if (thousands < 1_000) return `${Math.max(1, Math.round(thousands))} KB`;
  return `${(thousands / 1_024).toFixed(1).replace(/\.0$/, '')} MB`;
}
