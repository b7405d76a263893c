import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Entrance } from '@/components/entrance/entrance';
import { Submit } from '@/components/entrance/submit';
import { HOME } from '@/lib/auth/paths';
import { findPerson } from '@/lib/auth/person';
import { workspacesOf } from '@/lib/queries/members/workspaces-of';

export const metadata: Metadata = { title: 'No access' };

export default async function NoAccessPage() {
  const person = await findPerson();
  if (person === null) redirect('/sign-in');
  if (person.actor) redirect(HOME);
  const workspaces = await workspacesOf(person.userId);
  return (
    <Entrance
      title="You have no access here"
      lead={
        <>
          You are signed in as <bdi className="text-ink">{person.email}</bdi>, but not as a member
          of this workspace. An admin can invite you.
        </>
      }
    >
      <div className="grid gap-3">
        {workspaces.map(({ id, name }) => (
          <form key={id} method="post" action="/sign-in/workspace">
            <input type="hidden" name="workspaceId" value={id} />
            <Submit>Go to {name}</Submit>
          </form>
        ))}
        <form method="post" action="/sign-out">
          <Submit tone="plain">Sign out</Submit>
        </form>
      </div>
    </Entrance>
  );
}
