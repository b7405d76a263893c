export const passwordLength = { min: 12, max: 1024 } as const;

/** What is wrong with a new password, in a sentence for the person; null when it will do. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < passwordLength.min) {
    return `Choose a password of at least ${passwordLength.min} characters.`;
  }
  if (password.length > passwordLength.max) return 'This password is too long.';
  if (new Set(password).size < 5) return 'Choose a password with more different characters.';
  const [mailbox = email] = email.toLowerCase().split('@');
  const plain = password.toLowerCase();
  if (plain.includes(email.toLowerCase()) || (mailbox.length > 3 && plain.startsWith(mailbox))) {
    return 'Choose a password that does not contain your e-mail address.';
  }
  return null;
}
