'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { WorkspaceChoice } from '@/lib/queries/members/workspaces-of';
import { switchWorkspaceAction } from '../settings/actions';
import { toast } from '../ui/toast';
import { useMe } from './me';
import { readJson } from './read-json';

const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) => readJson<WorkspaceChoice[]>('/api/workspaces', signal),
});

/** The other workspaces of the person here. */
export function useOtherWorkspaces(): readonly WorkspaceChoice[] {
  const { workspace } = useMe();
  const { data = [] } = useQuery(workspacesQuery);
  return data.filter(({ id }) => id !== workspace.id);
}

/** Goes to another workspace with a whole new page: nothing that was read here may stay. */
export async function enterWorkspace(workspaceId: string) {
  const result = await switchWorkspaceAction({ workspaceId }).catch(() => null);
  if (result?.ok) window.location.assign('/');
  else toast(result?.refusal.message ?? 'Porchlight did not answer. Try again.', { grave: true });
}

/** The way to them; nothing where there is only one. */
export function OtherWorkspaces() {
  const { workspace } = useMe();
  const others = useOtherWorkspaces();
  if (others.length === 0) return null;
  return (
    <section aria-label="Workspaces" className="mt-1 border-line border-t pt-1">
      <p className="flex h-8 items-center truncate px-2 font-strong">
        {workspace.name}
        <span className="ml-1 font-quiet text-ink-3">(here)</span>
      </p>
      {others.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          onClick={() => void enterWorkspace(id)}
          className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
        >
          <span className="truncate">Go to {name}</span>
        </button>
      ))}
    </section>
  );
}
