import { z } from 'zod';
import { safeLink } from '../domain/contact/journey';
import type { OutsideEvent } from '../domain/contact/outside-event';
import { outsideKinds, outsideLimits } from '../domain/contact/outside-event';
import type { Fault } from './problem';

const oneLine = (most: number) =>
  z
    .string('Write a text.')
    .min(1, 'Write at least one letter.')
    .max(most, `Write at most ${most} letters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Write one line without control characters.');

/** One event as it is sent. What is not named here is refused: a misspelt name would be lost in silence. */
export const eventSchema = z.strictObject({
  kind: z
    .enum(outsideKinds, `Say one of ${outsideKinds.join(', ')}.`)
    .describe('What it is; it says how it is shown.'),
  id: oneLine(outsideLimits.id).describe(
    'Your own id of it. The same id from the same key is the same event, however often it is sent.',
  ),
  at: z.iso
    .datetime({
      offset: true,
      error: 'Write an instant with its offset: 2026-11-01T14:03:00+01:00.',
    })
    .describe('When it happened.'),
  title: oneLine(outsideLimits.title).describe('What happened, in one line.'),
  body: z
    .string('Write a text.')
    .max(outsideLimits.body, `Write at most ${outsideLimits.body} letters.`)
    .regex(/^([^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'Write text without control characters.')
    .optional()
    .describe('More about it, as plain text.'),
  url: z
    .string('Write an address.')
    .max(outsideLimits.url, `Write at most ${outsideLimits.url} letters.`)
    .refine((url) => safeLink(url) !== null, 'Write an http or https address without a password.')
    .optional()
    .describe('Where your people find more; http or https.')
    .meta({ format: 'uri' }),
  data: z
    .record(
      oneLine(outsideLimits.dataKey),
      z.union(
        [
          z
            .string()
            .max(outsideLimits.dataValue)
            .regex(/^[^\p{Cc}\p{Cs}]*$/u),
          z.number(),
          z.boolean(),
        ],
        `Write a text of at most ${outsideLimits.dataValue} letters in one line, a number, true or false.`,
      ),
      'Write an object with names and values.',
    )
    .refine(
      (data) => Object.keys(data).length <= outsideLimits.dataEntries,
      `Send at most ${outsideLimits.dataEntries} entries.`,
    )
    .optional()
    .describe('Names and values, shown as they are.')
    .meta({ maxProperties: outsideLimits.dataEntries }),
});

export type Read = { events: OutsideEvent[] } | { faults: Fault[] };

const MOST_FAULTS = 20;

/** Reads one event or a list of them; else all that is wrong, each with its place. */
export function readEvents(body: unknown, nowMs: number): Read {
  const listed = Array.isArray(body);
  const items: unknown[] = listed ? body : [body];
  if (items.length === 0 || items.length > outsideLimits.eventsAtOnce) {
    const detail = `Send one event, or a list of 1 to ${outsideLimits.eventsAtOnce}.`;
    return { faults: [{ at: '', detail }] };
  }
  const events: OutsideEvent[] = [];
  const faults: Fault[] = [];
  for (const [index, item] of items.entries()) {
    const at = listed ? `/${index}` : '';
    const parsed = eventSchema.safeParse(item);
    if (parsed.success) events.push(toEvent(parsed.data));
    else faults.push(...parsed.error.issues.map((issue) => faultOf(issue, at)));
  }
  if (faults.length === 0) faults.push(...misplaced(events, listed, nowMs));
  return faults.length > 0 ? { faults: faults.slice(0, MOST_FAULTS) } : { events };
}

function toEvent({ at, body, url, data, ...event }: z.output<typeof eventSchema>): OutsideEvent {
  return {
    ...event,
    at: new Date(at).toISOString(),
    body: body ?? null,
    url: url ?? null,
    data: data ?? {},
  };
}

/** What each one by itself cannot show: an instant that nobody can have seen, an id that stands twice. */
function misplaced(events: readonly OutsideEvent[], listed: boolean, nowMs: number): Fault[] {
  const seen = new Set<string>();
  return events.flatMap(({ id, at }, index) => {
    const place = listed ? `/${index}` : '';
    const repeated = seen.has(id);
    seen.add(id);
    const early = at < '2000-01-01' || at.startsWith('-');
    const late = Date.parse(at) > nowMs + outsideLimits.aheadMs;
    return [
      ...(repeated ? [{ at: `${place}/id`, detail: 'This id stands twice in the list.' }] : []),
      ...(late ? [{ at: `${place}/at`, detail: 'This has not happened yet.' }] : []),
      ...(early ? [{ at: `${place}/at`, detail: 'This is before the year 2000.' }] : []),
    ];
  });
}

function faultOf({ path, message, code, ...issue }: z.core.$ZodIssue, at: string): Fault {
  const place = `${at}${path.map((part) => `/${pointerPart(String(part))}`).join('')}`;
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const names = (issue.keys as string[]).slice(0, 5).map((key) => `“${key.slice(0, 60)}”`);
    return {
      at: place,
      detail: `There is no ${names.join(', ')}. Leave it out, or put it in data.`,
    };
  }
  if (code === 'invalid_type' && path.length === 0) {
    return { at: place, detail: 'Send an event as a JSON object.' };
  }
  return { at: place, detail: message };
}

function pointerPart(name: string): string {
  return name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}
