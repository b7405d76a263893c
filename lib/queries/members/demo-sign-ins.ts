import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { members, workspaces } from '@/db/schema/workspaces';
import { workspace as demo, demoPassword } from '@/db/seed/team';
import type { Role } from '@/lib/domain/access/can';
import { env } from '@/lib/env';

export type DemoSignIns = {
  workspaceName: string;
  password: string;
  people: { memberId: string; name: string; email: string; roles: Role[] }[];
};

/** Who can be played in the demo; null unless the sandbox stands in for X and the demo was seeded. */
export async function demoSignIns(): Promise<DemoSignIns | null> {
  if (env().SANDBOX_URL === undefined) return null;
  const people = await withSystem(
    (tx) =>
      tx
        .select({
          memberId: members.id,
          name: members.name,
          email: members.email,
          roles: members.roles,
        })
        .from(members)
        .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
        .where(and(eq(workspaces.slug, demo.slug), isNull(members.removedAt)))
        .orderBy(asc(members.createdAt), asc(members.id))
        .limit(12),
    'read',
  );
  return people.length === 0 ? null : { workspaceName: demo.name, password: demoPassword, people };
}
