import { z } from 'zod';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { doors } from '@/lib/domain/permissions/x-rules';
import type { Answer, DoorControl } from '../network';
import type { Api } from './api';

/** No address of X's: in its place stands what an account's holder sets in X's own settings. */
const path = '/i/account/door';

const answered = z.object({ data: z.object({ door: z.enum(doors) }) });

/** Who may message the account, at an address where an app may ask and say so. */
export function doorControl(api: Api): DoorControl {
  const ask = async (asked: Parameters<Api['ask']>[0]): Promise<Answer<Door>> => {
    const { value, ...rest } = await api.ask(asked, answered);
    return { value: value.data.door, ...rest };
  };
  return {
    read: () => ask({ method: 'GET', path }),
    set: (door) => ask({ method: 'PUT', path, json: { door } }),
  };
}
