import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { skills } from '@/db/schema/routing';
import { members } from '@/db/schema/workspaces';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireAnswerer } from '../conversation/answerer';
import { decimalNumber } from '../typed-number';

const MOST_SKILLS = 50;

/** How much work the router may give somebody, what they can do, and who takes it over while they are away. */
export const changeMemberRouting = command({
  permission: 'routing.manage',
  input: z.strictObject({
    memberId: z.uuid(),
    capacity: decimalNumber({
      least: 0,
      most: 999,
      said: 'Enter a number from 0 to 999, with at most two decimals.',
    }),
    skillIds: z
      .array(z.uuid())
      .max(MOST_SKILLS, `Choose at most ${MOST_SKILLS} skills.`)
      .transform((ids) => [...new Set(ids)].toSorted()),
    /** Empty for nobody. */
    coverId: z.union([z.literal('').transform(() => null), z.uuid()]),
  }),
  async run(context, { memberId, ...wanted }) {
    const { tx, workspaceId } = context;
    const before = await routedMember(context, memberId);
    const { capacity, skillIds, coverId } = wanted;
    const same =
      before.capacity === capacity &&
      before.coverId === coverId &&
      before.skillIds.toSorted().join() === skillIds.join();
    if (same) return { value: null, events: [] };
    await requireSkills(
      context,
      skillIds.filter((id) => !before.skillIds.includes(id)),
    );
    if (coverId !== before.coverId) await requireCover(context, memberId, coverId);
    await tx
      .update(members)
      .set(wanted)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
    return {
      value: null,
      events: [{ type: 'member.changed', memberId, data: { capacity } }],
      nudges: ['routing'],
    };
  },
});

async function routedMember({ tx, workspaceId }: CommandContext, memberId: string) {
  const [member] = await tx
    .select({
      capacity: members.capacity,
      skillIds: members.skillIds,
      coverId: members.coverId,
    })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, memberId),
        isNull(members.removedAt),
      ),
    )
    .for('no key update');
  if (!member) throw new Refusal('not_found', 'There is no such member here.');
  return member;
}

/** Those that are new to somebody must be in use; what they have they keep. */
async function requireSkills(
  { tx, workspaceId }: CommandContext,
  skillIds: readonly string[],
): Promise<void> {
  if (skillIds.length === 0) return;
  const known = await tx
    .select({ id: skills.id })
    .from(skills)
    .where(
      and(
        eq(skills.workspaceId, workspaceId),
        inArray(skills.id, [...skillIds]),
        isNull(skills.archivedAt),
      ),
    );
  if (known.length < skillIds.length) {
    throw refusedField('skillIds', 'One of these skills is not in use any more. Choose again.');
  }
}

async function requireCover(
  context: CommandContext,
  memberId: string,
  coverId: string | null,
): Promise<void> {
  if (coverId === null) return;
  if (coverId === memberId) {
    throw refusedField('coverId', 'Nobody can be their own cover. Choose a colleague.');
  }
  try {
    await requireAnswerer(context, coverId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refusedField('coverId', error.message, error.code);
  }
}
