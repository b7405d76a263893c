import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DemoSignInList } from '@/components/entrance/demo-sign-ins';
import { Entrance } from '@/components/entrance/entrance';
import { SignInForm } from '@/components/entrance/sign-in-form';
import { Submit } from '@/components/entrance/submit';
import { pathAfterSignIn } from '@/lib/auth/paths';
import { findPerson } from '@/lib/auth/person';
import { env } from '@/lib/env';
import { demoSignIns } from '@/lib/queries/members/demo-sign-ins';
import { problemOf } from './problems';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl, error } = await searchParams;
  const wanted = pathAfterSignIn(pathOf(first(next) ?? first(callbackUrl)));
  const person = await findPerson();
  if (person && error === undefined) redirect(person.actor ? wanted : '/sign-in/no-access');
  const { OIDC_ISSUER, OIDC_NAME } = env();
  const demo = await demoSignIns();
  return (
    <Entrance title="Sign in to Porchlight">
      <SignInForm next={wanted} problem={problemOf(first(error))} />
      {OIDC_ISSUER ? (
        <form method="post" action="/sign-in/sso" className="mt-3">
          <input type="hidden" name="next" value={wanted} />
          <Submit tone="plain">Sign in with {OIDC_NAME}</Submit>
        </form>
      ) : null}
      {demo ? <DemoSignInList demo={demo} next={wanted} /> : null}
    </Entrance>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** next-auth hands whole addresses over; only one of ours has a path worth keeping. */
function pathOf(address: string | undefined): string | undefined {
  const { APP_URL } = env();
  return address?.startsWith(`${APP_URL}/`) ? address.slice(APP_URL.length) : address;
}
