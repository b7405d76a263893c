import { z } from 'zod';
import { roles } from '@/lib/domain/access/can';

/** At least one role, each once, in the order of the closed list. */
export const someRoles = z
  .array(z.enum(roles))
  .min(1, 'Choose at least one role.')
  .max(roles.length)
  .transform((chosen) => roles.filter((role) => chosen.includes(role)));
