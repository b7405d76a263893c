const names: Record<string, string> = { x: 'X' };

/** A network's name as people write it. */
export function networkName(network: string): string {
  return names[network] ?? network;
}
