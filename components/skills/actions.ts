'use server';

import { action } from '@/lib/action';
import { archiveSkill } from '@/lib/commands/skill/archive';
import { createSkill } from '@/lib/commands/skill/create';
import { renameSkill } from '@/lib/commands/skill/rename';

export const createSkillAction = action(createSkill);
export const renameSkillAction = action(renameSkill);
export const archiveSkillAction = action(archiveSkill);
