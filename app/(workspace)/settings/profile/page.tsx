import type { Metadata } from 'next';
import { NameForm } from '@/components/settings/name-form';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { PasswordForm } from '@/components/settings/password-form';
import { roleNames } from '@/components/settings/role-names';
import { ViewersZone } from '@/components/settings/viewers-zone';
import { ThemeChoice } from '@/components/shell/theme-choice';
import { actorForPage } from '@/lib/auth/page-actor';
import { ownAccount } from '@/lib/queries/members/own-account';

export const metadata: Metadata = { title: 'Your profile' };

export default async function ProfilePage() {
  const actor = await actorForPage();
  const { hasPassword } = await ownAccount(actor);
  return (
    <PageFrame
      title="Your profile"
      lead={
        <>
          Signed in as <bdi>{actor.email}</bdi>;{' '}
          {actor.roles.map((role) => roleNames[role]).join(', ')}.
        </>
      }
    >
      <Section id="name" title="Name">
        <NameForm name={actor.name} />
      </Section>
      <Section id="password" title="Password">
        {hasPassword ? (
          <PasswordForm email={actor.email} />
        ) : (
          <p className="text-ink-2">
            You sign in through your company. Your password is changed there; there is none here.
          </p>
        )}
      </Section>
      <Section id="look" title="Look">
        <div className="grid gap-2 rounded-lg border border-line bg-panel p-4">
          <div className="max-w-80">
            <ThemeChoice />
          </div>
          <p className="text-fact text-ink-3">In this browser. System follows the device.</p>
        </div>
      </Section>
      <Section id="zone" title="Time zone">
        <ViewersZone />
      </Section>
    </PageFrame>
  );
}
