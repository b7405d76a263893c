import 'server-only';
import type { HeldLetter, MailPlace } from '../../commands/mail/outbox';
import { holdLetter, mailDue } from '../../commands/mail/outbox';
import { failLetter, letterSent, postponeLetter } from '../../commands/mail/settle';
import { count } from '../../counts';
import { letterOf } from '../../domain/notifications/letter';
import { env } from '../../env';
import { log } from '../../log';
import type { Mail } from '../../mail/post';
import { MailFailure, post } from '../../mail/post';
import { mailSettings } from '../../mail/settings';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';

/** Longer than a mail server may take for all that it is asked. */
const LEASE_MS = 5 * 60_000;
const SHORTEST_LEASE_MS = 90_000;
const FIRST_BACK_OFF_MS = 30_000;
const LONGEST_BACK_OFF_MS = 60 * 60_000;
/** Some nine hours from the first to the last. */
const MOST_TRIES = 15;

/**
 * What members chose to hear of by e-mail. A worker that dies between the server's yes and our note of it
 * sends the letter once more, under the same Message-ID: more than "at least once" SMTP cannot promise.
 */
export function mailLane(): LaneDefinition<MailPlace> {
  let nextInMs: number | null = null;
  return {
    lane: 'mail',
    pollMs: 5_000,
    concurrency: 2,
    restMs: () => nextInMs,
    claim: async (limit) => {
      // What is due when the settings are taken away waits for them.
      if (mailSettings() === null) return [];
      const found = await mailDue(limit);
      nextInMs = found.nextInMs;
      return found.due;
    },
    run: async (place) => {
      const letter = await holdLetter(place, {
        leaseMs: Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS)),
      });
      if (letter) await send(letter);
    },
  };
}

async function send(letter: HeldLetter): Promise<void> {
  const settings = mailSettings();
  if (!settings) return;
  try {
    await post(mailOf(letter), settings);
  } catch (error) {
    await settle(letter, error);
    return;
  }
  await letterSent(letter);
  count('emails_sent');
}

async function settle(letter: HeldLetter, error: unknown): Promise<void> {
  const failure =
    error instanceof MailFailure ? error : new MailFailure('unknown', { cause: error });
  const { problem } = failure;
  const { letterId, tries } = letter;
  log.warn({ err: error, letter: letterId, tries, problem }, 'an e-mail did not leave');
  if (failure.passes && tries < MOST_TRIES) {
    await postponeLetter(letter, { afterMs: waitAfter(tries), problem });
    return;
  }
  await failLetter(letter, problem);
  count('emails_failed');
}

/** Many that failed together come back apart. */
function waitAfter(tries: number): number {
  const grown = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (tries - 1));
  return Math.ceil(paced(grown * (0.75 + Math.random() / 4)));
}

function mailOf({ letterId, to, lines, choices, workspaceName }: HeldLetter): Mail {
  const names = new Map(lines.map(({ actorId, actorName }) => [actorId, actorName]));
  const letter = letterOf(lines, {
    reader: {
      nameOf: (id) => names.get(id) ?? 'A colleague',
      now: Date.now(),
      zone: choices.zone ?? choices.quiet?.zone ?? 'UTC',
    },
    workspaceName,
    appUrl: env().APP_URL,
    showText: choices.showText,
  });
  return { id: letterId, to, ...letter };
}
