import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { attributes } from '@/db/schema/attributes';
import { attributeLimits } from '@/lib/domain/contact/attributes';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { shortName } from '../short-name';

export const attributeName = shortName('Enter the name of the attribute.');

/** What can be chosen, one on a line; empty lines and repeats are left out. */
export const choicesOf = z
  .string()
  .max(10_000, 'These are too many choices.')
  .transform((text) => [
    ...new Set(text.split('\n').flatMap((line) => line.normalize('NFC').trim() || [])),
  ])
  .pipe(
    z
      .array(
        z
          .string()
          .max(100, 'A choice has at most 100 letters.')
          .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A choice is one line of letters.'),
      )
      .max(attributeLimits.choices, `Use at most ${attributeLimits.choices} choices.`),
  );

/** An attribute of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function attributeFor(
  { tx, workspaceId }: CommandContext,
  attributeId: string,
): Promise<typeof attributes.$inferSelect> {
  const [attribute] = await tx
    .select()
    .from(attributes)
    .where(isAttribute(workspaceId, attributeId))
    .for('update');
  if (!attribute) throw new Refusal('not_found', 'There is no such attribute here.');
  return attribute;
}

export function isAttribute(workspaceId: string, attributeId: string) {
  return and(eq(attributes.workspaceId, workspaceId), eq(attributes.id, attributeId));
}

/** What is said about a name that another attribute has. */
export function nameIsTaken(name: string): string {
  return `There is an attribute “${name}” already.`;
}
