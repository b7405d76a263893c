'use client';

import { useQuery } from '@tanstack/react-query';
import { useCan } from '../shell/me';
import { EmptyState } from '../ui/empty-state';
import { SoftLink } from '../ui/soft-link';
import { ChannelDoor } from './channel-door';
import { doorsQuery } from './queries';

/** The door of each channel, one below the other. */
export function Doors() {
  const { data: doors } = useQuery(doorsQuery);
  const mayChange = useCan('door.change');
  if (!doors) return null;
  if (doors.length === 0) {
    return (
      <EmptyState
        title="No channel, no door"
        action={
          <SoftLink href="/settings/channels" className="underline">
            Channels
          </SoftLink>
        }
      >
        Each connected account has a door of its own, and it stands here.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-4">
      {doors.map((door) => (
        <ChannelDoor key={door.id} door={door} mayChange={mayChange} />
      ))}
    </div>
  );
}
