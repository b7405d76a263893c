const elsewhere =
  'Signing in there did not work. Try again, or use your e-mail address and password.';

const problems: Record<string, string> = {
  unauthenticated: 'The e-mail address or the password is not right.',
  CredentialsSignin: 'The e-mail address or the password is not right.',
  invalid: 'Enter your e-mail address and your password.',
  too_many: 'Too many tries. Wait a few minutes, then try again.',
  unverified: 'Your provider has not confirmed your e-mail address, so we cannot tell who you are.',
  uninvited: 'Nobody has invited this e-mail address yet. Ask an admin of your workspace.',
  disabled: 'This account is switched off. Ask an admin of your workspace.',
  other_account: 'Somebody else at your provider is linked to this e-mail address. Ask an admin.',
  OAuthSignin: elsewhere,
  OAuthCallback: elsewhere,
  Callback: elsewhere,
};

/** The sentence for what stands in the address after a failed sign-in; undefined when nothing failed. */
export function problemOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return Object.hasOwn(problems, code)
    ? problems[code]
    : 'Signing in did not work. Try again in a moment.';
}
