'use client';

import { useState } from 'react';
import { Button } from '../ui/button';

/** The link is shown this once: only its hash is kept. */
export function InvitationLink({
  email,
  link,
  renewed = false,
}: {
  email: string;
  link: string;
  renewed?: boolean;
}) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div role="status" className="rounded-sm bg-amber-wash p-3">
      <p className="mb-2">
        Hand this link to <bdi className="font-strong">{email}</bdi>. It works once, for three days,
        and is not shown again.
        {renewed ? ' The link before does not work any more.' : null}
      </p>
      <div className="flex gap-2">
        <input
          readOnly
          value={link}
          aria-label={`Invitation link for ${email}`}
          onFocus={({ target }) => target.select()}
          className="h-7 min-w-0 flex-1 rounded-sm border border-line-strong bg-panel px-2 text-fact text-ink"
        />
        <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>
      </div>
    </div>
  );
}
