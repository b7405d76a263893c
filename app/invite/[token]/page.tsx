import type { Metadata } from 'next';
import Link from 'next/link';
import { Entrance } from '@/components/entrance/entrance';
import { JoinForm, NewcomerForm } from '@/components/entrance/join-form';
import { Submit } from '@/components/entrance/submit';
import { buttonClass } from '@/components/ui/button';
import type { OpenInvitation } from '@/lib/auth/invitations';
import { findInvitation } from '@/lib/auth/invitations';
import { findPerson } from '@/lib/auth/person';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation === null) return <ClosedInvitation />;
  return (
    <Entrance
      title={`Join ${invitation.workspaceName}`}
      lead={`You are invited as ${invitation.roles.join(' and ')}.`}
    >
      <WayIn token={token} invitation={invitation} />
    </Entrance>
  );
}

async function WayIn({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { accountId, email } = invitation;
  if (accountId === null) return <Newcomer token={token} email={email} />;
  const person = await findPerson();
  if (person?.userId === accountId) return <JoinForm token={token} />;
  return person === null ? (
    <SignInFirst token={token} email={email} />
  ) : (
    <SignOutFirst token={token} email={email} signedInAs={person.email} />
  );
}

function Newcomer({ token, email }: { token: string; email: string }) {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return (
    <>
      <NewcomerForm token={token} email={email} />
      {OIDC_ISSUER ? (
        <form method="post" action="/sign-in/sso" className="mt-3">
          <Submit tone="plain">Join with {OIDC_NAME}</Submit>
        </form>
      ) : null}
    </>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  return (
    <div className="grid gap-3">
      <p>
        There is an account for <bdi className="font-strong">{email}</bdi>. Sign in with it to join.
      </p>
      <Link
        href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}
        className={buttonClass('go', 'h-9! w-full text-message')}
      >
        Sign in
      </Link>
    </div>
  );
}

function SignOutFirst({
  token,
  email,
  signedInAs,
}: {
  token: string;
  email: string;
  signedInAs: string;
}) {
  return (
    <form method="post" action="/sign-out" className="grid gap-3">
      <p>
        This invitation is for <bdi className="font-strong">{email}</bdi>; you are signed in as{' '}
        <bdi className="font-strong">{signedInAs}</bdi>.
      </p>
      <input type="hidden" name="next" value={`/invite/${token}`} />
      <Submit>Sign out and go on</Submit>
    </form>
  );
}

function ClosedInvitation() {
  return (
    <Entrance
      title="This invitation is no longer open"
      lead="It was used, withdrawn, or is older than three days. Ask whoever invited you for a new one."
    >
      <Link href="/sign-in" className={buttonClass('plain', 'h-9! w-full text-message')}>
        Go to sign-in
      </Link>
    </Entrance>
  );
}
