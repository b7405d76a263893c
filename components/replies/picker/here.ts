'use client';

import { useEffect, useRef } from 'react';
import type { PickerReply } from '@/lib/queries/replies/views';

type PutIn = (reply: PickerReply) => void;

/** The field that is open, for what stands beside it. */
let here: { conversationId: string; putIn: (reply: PickerReply) => void } | null = null;

export function usePutInHere(conversationId: string, putIn: PutIn) {
  const latest = useRef(putIn);
  useEffect(() => {
    latest.current = putIn;
  });
  useEffect(() => {
    const mine = { conversationId, putIn: (reply: PickerReply) => latest.current(reply) };
    here = mine;
    return () => {
      if (here === mine) here = null;
    };
  }, [conversationId]);
}

/** Puts a reply where the cursor stands in the field of this conversation, if it is open. */
export function putInHere(conversationId: string, reply: PickerReply) {
  if (here?.conversationId === conversationId) here.putIn(reply);
}
