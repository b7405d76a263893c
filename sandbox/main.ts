import { connectDemo } from './connect-demo';
import { startSandbox } from './server';
import { readSettings } from './settings';

const { options, webhookUrl } = readSettings();
const running = await startSandbox(options);
process.stdout.write(`sandbox ready at ${running.url}\n`);

running.sandbox.changes.on('trouble', (error) => {
  process.stderr.write(
    `sandbox: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown trouble'}\n`,
  );
});

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop.abort();
    void running.close().then(() => process.exit(0));
  });
}
if (webhookUrl) await connectDemo(running.sandbox, webhookUrl, stop.signal);
