'use client';

import { useRouter } from 'next/navigation';

/** Goes to an address of Porchlight: within the inbox without asking the server. */
export function useGo(): (path: string) => void {
  const router = useRouter();
  return (path) => {
    const inInbox = (address: string) => address.startsWith('/inbox/');
    if (inInbox(path) && inInbox(window.location.pathname)) {
      window.history.pushState(null, '', path);
    } else {
      router.push(path);
    }
  };
}
