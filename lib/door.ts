import 'server-only';
import type { Actor } from './domain/access/can';
import { env } from './env';
import { appConfig, findNetwork } from './networks/registry';
import type { ChannelDoorView } from './queries/door/door-list';
import { doorList } from './queries/door/door-list';

/** A door, and whether we can turn it ourselves; else its holder does, by hand, and says so here. */
export type DoorView = ChannelDoorView & { isSwitch: boolean };

/** The doors of the workspace, each with what its network lets us do about it. */
export async function doorViews(actor: Actor): Promise<DoorView[]> {
  const doors = await doorList(actor);
  return doors.map((door) => ({ ...door, isSwitch: isSwitch(door.network) }));
}

function isSwitch(network: string): boolean {
  return findNetwork(network)?.mayChangeDoor(appConfig(network, env())) ?? false;
}
