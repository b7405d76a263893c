import type { SendFault } from '../core/faults';
import type { Answer } from '../http/answer';
import { tooManyRequests, unavailable } from '../http/answer';
import { faultRefusal } from './refusals';

/** What a fault answers although nothing was accepted; undefined when it lets the call through. */
export function answerBeforeAccept(fault: SendFault): Answer | undefined {
  const answers: Partial<Record<SendFault['mode'], () => Answer>> = {
    refuse: () => faultRefusal(fault.code),
    rate_limited: () => exhausted(),
    error_before_accept: () => unavailable(fault.status ?? 503),
    timeout_before_accept: () => ({ sever: 'hang' }),
    reset_before_accept: () => ({ sever: 'reset' }),
  };
  return answers[fault.mode]?.();
}

/** What a fault makes of the answer once it was accepted. */
export function answerAfterAccept(fault: SendFault): Answer | undefined {
  const answers: Partial<Record<SendFault['mode'], () => Answer>> = {
    error_after_accept: () => unavailable(fault.status ?? 503),
    timeout_after_accept: () => ({ sever: 'hang' }),
    reset_after_accept: () => ({ sever: 'reset' }),
    swallow_reply: () => ({ sever: 'close' }),
    unparseable: () => ({
      status: 201,
      bytes: Buffer.from('<html>upstream said yes'),
      headers: { 'content-type': 'text/html' },
    }),
  };
  return answers[fault.mode]?.();
}

function exhausted(): Answer {
  const answer = tooManyRequests();
  return 'sever' in answer
    ? answer
    : { ...answer, headers: { ...answer.headers, 'x-rate-limit-remaining': '0' } };
}
