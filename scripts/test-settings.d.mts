/**
 * The environment for a stack under test: what the system set, none of the developer's own settings, time
 * shrunk to a fiftieth, and on top what is asked for here.
 */
export function testSource(settings?: Record<string, string>): NodeJS.ProcessEnv;

/** Empty values for every name in `.env`, which keep the web server from reading them. */
export function blankDotEnv(root: string): Record<string, string>;
