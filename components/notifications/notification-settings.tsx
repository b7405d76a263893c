'use client';

import { useQuery } from '@tanstack/react-query';
import { can } from '@/lib/domain/access/can';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { adminKinds, notificationKinds, reviewerKinds } from '@/lib/domain/notifications/kinds';
import type { MailStatus } from '@/lib/queries/notifications/mail-status';
import { Section } from '../settings/page-frame';
import { useMe } from '../shell/me';
import { BesideChoice } from './beside-choice';
import { useBrowserLeave } from './browser-notes';
import { KindsTable } from './kinds-table';
import { MailLine } from './mail-line';
import { notificationsQuery } from './queries';
import { QuietChoice } from './quiet-choice';
import { useChoices } from './use-choices';

/** How one is told: of what, by what, and when not. Each change is kept at once. */
export function NotificationSettings({
  initial,
  mail,
}: {
  initial: NotificationChoices;
  mail: MailStatus;
}) {
  const me = useMe();
  const { data } = useQuery(notificationsQuery);
  const { choose, wanted } = useChoices();
  const choices = wanted ?? data?.choices ?? initial;
  const browser = useBrowserLeave() === 'granted' && choices.browser;
  const kinds = notificationKinds.filter(
    (kind) =>
      (me.roles.includes('admin') || !adminKinds.includes(kind)) &&
      (can(me, 'reply.review') || !reviewerKinds.includes(kind)),
  );
  return (
    <>
      <Section id="kinds" title="Tell me when">
        <KindsTable
          kinds={kinds}
          choices={choices}
          open={{ app: true, browser, email: mail.on }}
          onChoose={choose}
        />
        <p className="mt-2 text-fact text-ink-3">
          You are never told of what you did yourself. What is not ticked under App reaches you by
          no other way either.
          {browser ? null : ' Notifications of the browser are off; see below.'}
        </p>
        <MailLine mail={mail} />
      </Section>
      <Section id="beside" title="Beside the list">
        <BesideChoice choices={choices} onChoose={choose} />
      </Section>
      <Section id="quiet" title="Quiet hours">
        <QuietChoice choices={choices} onChoose={choose} />
      </Section>
    </>
  );
}
