'use client';

import { useState } from 'react';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';

/** Goes to the network and asks it for a brand account. */
export function ConnectButton({
  network,
  label,
  tone = 'plain',
}: {
  network: string;
  label: string;
  tone?: 'plain' | 'go';
}) {
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function leave() {
    setLeaving(true);
    setProblem(undefined);
    const answer = await askForAddress(network);
    if ('location' in answer) return window.location.assign(answer.location);
    setProblem(answer.message);
    setLeaving(false);
  }

  return (
    <>
      <Button tone={tone} disabled={isLeaving} onClick={() => void leave()}>
        {label}
      </Button>
      <Notice message={problem} />
    </>
  );
}

async function askForAddress(network: string): Promise<{ location: string } | { message: string }> {
  const didNotAnswer = { message: 'Porchlight did not answer. Try again.' };
  try {
    const response = await fetch(`/api/connect/${network}/start`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    return (await response.json()) as { location: string } | { message: string };
  } catch {
    return didNotAnswer;
  }
}
