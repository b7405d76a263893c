import type { Condition, Effects } from '@/lib/domain/rules/rule';
import type { Tx } from '../client';
import { routingRules, routingRuleVersions, routingSettings } from '../schema/rules';
import type { House } from './house';

/** How the house has its messages sorted as they come in. */
export async function seedRules(tx: Tx, house: House, begun: Date): Promise<void> {
  const { workspaceId, memberId, idAt } = house;
  const rules = rulesOf(house).map((rule) => ({ ...rule, ruleId: idAt(begun) }));
  const createdAt = begun.toISOString();
  await tx
    .insert(routingRules)
    .values(rules.map(({ ruleId: id }, at) => ({ workspaceId, id, position: at + 1, createdAt })));
  await tx.insert(routingRuleVersions).values(
    rules.map((rule) => ({
      ...{ workspaceId, id: idAt(begun), no: 1, enabled: true, ...rule },
      ...{ createdBy: memberId('Jack'), createdAt },
    })),
  );
  await tx.insert(routingSettings).values({ workspaceId, mode: 'first', isInUse: true });
}

type Rule = { name: string; conditions: readonly Condition[]; effects: Effects };

function rulesOf({ teamId, labelId }: House): Rule[] {
  const atLeastHigh = { to: 'high', atLeast: true } as const;
  return [
    {
      name: 'Journalists',
      conditions: [{ kind: 'contactKind', not: false, oneOf: ['journalist'] }],
      effects: { teamId: teamId('press'), priority: atLeastHigh },
    },
    {
      name: 'From the press',
      conditions: [{ kind: 'intent', not: false, oneOf: ['press'] }],
      effects: { teamId: teamId('press') },
    },
    {
      name: 'Complaints about orders',
      conditions: [
        { kind: 'intent', not: false, oneOf: ['complaint'] },
        says('order orders ordered delivery delivered parcel courier box melted refund'),
      ],
      effects: {
        ...{ teamId: teamId('orders'), priority: atLeastHigh },
        addLabelIds: [labelId('delivery')],
      },
    },
    {
      name: 'Wholesale',
      conditions: [
        says(
          'wholesale stockist “price list” “standing order” RFQ “dessert menu” Mindestmenge épicerie',
        ),
      ],
      effects: { teamId: teamId('shops'), addLabelIds: [labelId('wholesale')] },
    },
  ];
}

function says(words: string): Condition {
  return { kind: 'words', not: false, all: false, words };
}
