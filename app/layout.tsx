import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { themes } from '@/components/shell/themes';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Porchlight', template: '%s · Porchlight' },
  description: 'The shared direct-message inbox for brands that keep their door open.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f0ec' },
    { media: '(prefers-color-scheme: dark)', color: '#100e0c' },
  ],
  width: 'device-width',
  initialScale: 1,
  interactiveWidget: 'resizes-content',
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = (await cookies()).get('theme')?.value;
  const theme = themes.find((name) => name === chosen) ?? 'system';
  return (
    <html lang="en" data-theme={theme} className={fontVariables} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
