import 'server-only';
import type { Env } from '../env';
import { env } from '../env';

/** By which server e-mails leave, and from whom. */
export type MailSettings = {
  host: string;
  port: number;
  user: string | undefined;
  password: string | undefined;
  /** From the first byte on; before anything is said; or never. */
  tls: 'at_once' | 'before_anything' | 'never';
  from: string;
};

/** Null: no server was named, and nothing is sent by e-mail. */
export function mailSettings(): MailSettings | null {
  return mailSettingsIn(env());
}

export function mailSettingsIn({
  SMTP_URL,
  SMTP_HOST,
  MAIL_FROM,
  ...parts
}: Env): MailSettings | null {
  const url = SMTP_URL ? new URL(SMTP_URL) : null;
  const host = SMTP_HOST ?? url?.hostname;
  if (!(host && MAIL_FROM)) return null;
  const tls = tlsOf[parts.SMTP_SECURE ?? (url?.protocol === 'smtps:' ? 'true' : 'false')];
  return {
    host,
    port: parts.SMTP_PORT ?? (Number(url?.port) || usualPort[tls]),
    user: parts.SMTP_USER ?? within(url?.username),
    password: parts.SMTP_PASSWORD ?? within(url?.password),
    tls,
    from: MAIL_FROM,
  };
}

const tlsOf = { true: 'at_once', false: 'before_anything', never: 'never' } as const;
const usualPort = { at_once: 465, before_anything: 587, never: 25 } as const;

function within(part: string | undefined): string | undefined {
  return part ? decodeURIComponent(part) : undefined;
}
