'use client';

import { WentWrong } from '@/components/shell/went-wrong';

export default function SettingsError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <WentWrong {...props} as="div" />;
}
