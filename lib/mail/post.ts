import 'server-only';
import { createTransport } from 'nodemailer';
import type { MailProblem } from '../domain/notifications/mail-problems';
import type { MailSettings } from './settings';

/** A letter as it is handed to the mail server. */
export type Mail = {
  /** The same on every attempt: SMTP cannot promise "once", but whoever receives it can see a repeat. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly problem: MailProblem;
  /** Whether another attempt can come to something else. */
  readonly passes: boolean;

  constructor(problem: MailProblem, options: { cause: unknown }) {
    super(problem, options);
    this.problem = problem;
    this.passes = problem !== 'refused';
  }
}

const ANSWER_WITHIN_MS = 10_000;

/** Resolves once the server has taken it; rejects with a `MailFailure`. One connection a letter: they are few. */
export async function post(mail: Mail, settings: MailSettings): Promise<void> {
  const { host, port, user, password, tls, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'at_once',
    requireTLS: tls === 'before_anything',
    ignoreTLS: tls === 'never',
    ...(user && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: 2 * ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { to, subject, text, html } = mail;
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      messageId: `<${mail.id}@${domainOf(from)}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  } catch (error) {
    throw new MailFailure(problemIn(error), { cause: error });
  } finally {
    transport.close();
  }
}

function domainOf(from: string): string {
  return /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'porchlight.invalid';
}

/** A no to these is about the letter or whom it is for; to others, about us, and can be mended. */
const aboutLetter = ['RCPT TO', 'DATA'];

const unreachable = ['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ECONNREFUSED', 'ECONNRESET', 'ESOCKET'];

function problemIn(error: unknown): MailProblem {
  const { code, command, responseCode, cause } = (error ?? {}) as Record<string, unknown>;
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign_in';
  if (code === 'ETLS' || isOfTls(error) || isOfTls(cause)) return 'tls';
  if (typeof responseCode === 'number') {
    return responseCode >= 500 && aboutLetter.includes(`${command}`) ? 'refused' : 'later';
  }
  return unreachable.includes(`${code}`) ? 'unreachable' : 'unknown';
}

/** A certificate that nobody vouches for comes as trouble with the socket. */
function isOfTls(error: unknown): boolean {
  return error instanceof Error && /certificate|self.signed|ssl|tls|altname/i.test(error.message);
}
