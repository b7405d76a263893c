import type { Metadata } from 'next';
import Link from 'next/link';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { settingsPagesOf } from '@/components/settings/pages';
import { actorForPage } from '@/lib/auth/page-actor';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await actorForPage();
  return (
    <PageFrame title="Settings" lead="Yours, and those of the workspace.">
      {settingsPagesOf(actor).map(({ group, pages }) => (
        <Section key={group} id={group.toLowerCase()} title={group}>
          <ul className="rounded-lg border border-line bg-panel">
            {pages.map(({ href, label, about }) => (
              <li key={href} className="border-line border-b last:border-b-0">
                <Link
                  href={href}
                  prefetch={false}
                  className="flex min-h-12 items-center gap-3 rounded-lg px-4 py-2 hover:bg-hover"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-strong">{label}</span>
                    <span className="block text-fact text-ink-3">{about}</span>
                  </span>
                  <span aria-hidden className="text-ink-3">
                    ›
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </PageFrame>
  );
}
