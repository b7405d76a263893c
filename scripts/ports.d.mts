/** A port that nobody listens on right now. */
export function freePort(host?: string): Promise<number>;
