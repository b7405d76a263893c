'use client';

import { WentWrong } from '@/components/shell/went-wrong';

/** Beside the rail, which leads elsewhere. */
export default function WorkspaceError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <WentWrong {...props} />;
}
