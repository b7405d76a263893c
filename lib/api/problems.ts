import { eventBudget, outsideLimits } from '../domain/contact/outside-event';
import type { Problem } from './problem';

/** Every "no" of the events API, with what to do about it. */
export const problems = {
  cookie: {
    status: 400,
    code: 'cookie_sent',
    title: 'Cookies are not taken here',
    detail: 'Send the request from a server, with an API key and without cookies.',
  },
  noKey: {
    status: 401,
    code: 'key_unknown',
    title: 'No valid API key',
    detail:
      'Send “Authorization: Bearer plk_…” with a key that is in use. An admin makes keys under Settings, API keys.',
  },
  notJson: {
    status: 415,
    code: 'not_json',
    title: 'Not JSON',
    detail: 'Send “Content-Type: application/json” and an uncompressed body in UTF-8.',
  },
  tooLarge: {
    status: 413,
    code: 'too_large',
    title: 'Too much at once',
    detail: `Send at most ${outsideLimits.bodyBytes / 1024} KiB and ${outsideLimits.eventsAtOnce} events at once.`,
  },
  unreadable: {
    status: 400,
    code: 'unreadable',
    title: 'The body cannot be read',
    detail: 'Send one JSON object, or a list of them, in UTF-8.',
  },
  badIdentity: {
    status: 400,
    code: 'identity_unreadable',
    title: 'This names no contact',
    detail:
      'Name the contact as x:12345 (the id on X), x:@handle, or the id that Porchlight gave them. Encode it for a URL.',
  },
  invalid: {
    status: 422,
    code: 'invalid',
    title: 'Something in the events is not right',
    detail: 'Nothing was recorded. Put right what stands in “errors” and send all of it again.',
  },
  unknownContact: {
    status: 404,
    code: 'contact_unknown',
    title: 'Nobody of this name is known here',
    detail:
      'Porchlight knows people who wrote to the brand, and makes nobody from an event. Send it again once they have written.',
  },
  ambiguous: {
    status: 409,
    code: 'handle_ambiguous',
    title: 'Several people have had this handle',
    detail:
      'Name the contact by the id on the network, such as x:12345, or by the id that Porchlight gave them.',
  },
  changed: {
    status: 409,
    code: 'id_taken',
    title: 'An id stands for something else already',
    detail:
      'Nothing was recorded. An event cannot be changed; tell what is new under an id of its own.',
  },
  tooMany: {
    status: 429,
    code: 'too_many',
    title: 'Too many events',
    detail: `This key may tell ${eventBudget.most} events a minute. Wait as long as “Retry-After” says and send it again.`,
  },
  unavailable: {
    status: 503,
    code: 'unavailable',
    title: 'Porchlight cannot do this just now',
    detail: 'Send the same again in a moment; nothing is recorded twice.',
  },
} as const satisfies Record<string, Problem>;
