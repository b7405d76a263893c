/** Called by Next once per process before it answers. The edge build must not see what only Node has. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts the value here when it builds, which cuts the import away
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { prepareProcess } = await import('./instrumentation-node');
    await prepareProcess();
  }
}
