'use client';

import type { MailProblem } from '@/lib/domain/notifications/mail-problems';
import type { MailStatus, MailTrouble } from '@/lib/queries/notifications/mail-status';
import { useCan } from '../shell/me';
import { At } from '../ui/at';

const problems: Record<MailProblem, string> = {
  unreachable: 'the mail server did not answer.',
  tls: 'the mail server speaks no TLS, or its certificate is not one to trust.',
  sign_in: 'the mail server did not accept the user and password that it was given.',
  later: 'the mail server did not take it.',
  refused: 'the mail server refused it for good. Look at the address.',
  unknown: 'something went wrong that nobody has a name for. It stands in the log of the worker.',
};

/** How it stands with e-mail here: where it goes, that there is none, and what is wrong with it. */
export function MailLine({ mail }: { mail: MailStatus }) {
  const mends = useCan('workspace.manage');
  if (mail.on) {
    return (
      <>
        <p className="mt-2 text-fact text-ink-3">
          E-mails go to <bdi>{mail.address}</bdi>. What happens within two minutes is one e-mail,
          and what you have read by then is not in it.
        </p>
        {mail.trouble ? <Trouble trouble={mail.trouble} /> : null}
      </>
    );
  }
  return (
    <p className="mt-2 text-fact text-ink-3">
      {mends
        ? 'E-mail is off, as no mail server is named. Set SMTP_URL or SMTP_HOST, and MAIL_FROM, where Porchlight runs.'
        : 'E-mail is off, as no mail server is named. Your admins can name one.'}
    </p>
  );
}

function Trouble({ trouble }: { trouble: MailTrouble }) {
  const { problem, at, to, failed, waiting } = trouble;
  const counts = [
    ...(failed > 0 ? [`${letters(failed)} did not leave in the last seven days`] : []),
    ...(waiting > 0 ? [`${letters(waiting)} will be tried again`] : []),
  ];
  return (
    <p className="mt-2 rounded-sm bg-amber-wash px-3 py-2 text-amber-ink text-fact">
      {counts.join('; ')}. The last, to <bdi>{to}</bdi> at <At at={at} />: {problems[problem]}
    </p>
  );
}

function letters(count: number): string {
  return count === 1 ? '1 e-mail' : `${count} e-mails`;
}
