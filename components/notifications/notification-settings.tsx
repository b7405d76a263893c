'use client';

import { useQuery } from '@tanstack/react-query';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { notificationKinds } from '@/lib/domain/notifications/kinds';
import { Section } from '../settings/page-frame';
import { useMe } from '../shell/me';
import { BrowserChoice } from './browser-choice';
import { Check } from './check';
import { notificationsQuery } from './queries';
import { QuietChoice } from './quiet-choice';
import { useChoices } from './use-choices';
import { adminKinds, kindNames } from './words';

/** How one is told: of what, by what, and when not. Each change is kept at once. */
export function NotificationSettings({ initial }: { initial: NotificationChoices }) {
  const me = useMe();
  const { data } = useQuery(notificationsQuery);
  const { choose, wanted } = useChoices();
  const choices = wanted ?? data?.choices ?? initial;
  const kinds = notificationKinds.filter(
    (kind) => me.roles.includes('admin') || !adminKinds.includes(kind),
  );
  return (
    <>
      <Section id="kinds" title="Tell me when">
        <fieldset className="grid gap-px rounded-lg border border-line bg-panel p-2">
          <legend className="sr-only">Tell me when</legend>
          {kinds.map((kind) => (
            <Check
              key={kind}
              label={kindNames[kind]}
              checked={!choices.off.includes(kind)}
              onChange={(on) =>
                void choose({
                  ...choices,
                  off: on ? choices.off.filter((one) => one !== kind) : [...choices.off, kind],
                })
              }
            />
          ))}
        </fieldset>
        <p className="mt-2 text-fact text-ink-3">
          You are never told of what you did yourself. What is not ticked reaches your list no more.
        </p>
      </Section>
      <Section id="browser" title="By the browser">
        <BrowserChoice choices={choices} onChoose={choose} />
      </Section>
      <Section id="quiet" title="Quiet hours">
        <QuietChoice choices={choices} onChoose={choose} />
      </Section>
    </>
  );
}
