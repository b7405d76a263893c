'use server';

import { action } from '@/lib/action';
import { archiveRule } from '@/lib/commands/rules/archive-rule';
import { orderRules } from '@/lib/commands/rules/order-rules';
import { saveRule } from '@/lib/commands/rules/save-rule';
import { setRuleMode } from '@/lib/commands/rules/set-mode';
import { switchRule } from '@/lib/commands/rules/switch-rule';
import { tryRules } from '@/lib/commands/rules/try-rules';

export const saveRuleAction = action(saveRule);
export const switchRuleAction = action(switchRule);
export const archiveRuleAction = action(archiveRule);
export const orderRulesAction = action(orderRules);
export const setRuleModeAction = action(setRuleMode);
export const tryRulesAction = action(tryRules);
