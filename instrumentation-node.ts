import { stderr } from 'node:process';
import { recordPeerAddresses } from './lib/auth/peer-address';
import { refuseUnsafeBoot } from './lib/boot';
import { stopGracefully } from './lib/graceful-stop';

/** Lets this web process serve, or says why it must not and ends it; and makes it end well later. */
export async function prepareProcess(): Promise<void> {
  stopGracefully();
  recordPeerAddresses();
  try {
    await refuseUnsafeBoot();
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
