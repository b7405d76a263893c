import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { apiKeys } from '@/db/schema/api';
import { hashOfKey, newKey, prefixOf } from '@/lib/api/key';
import { command } from '../command';
import { shortName } from '../short-name';
import { unlessTaken } from '../taken-name';

/** A new key for another system. Its secret is in the answer and nowhere else; nobody can be shown it again. */
export const createKey = command({
  permission: 'key.manage',
  input: z.strictObject({ name: shortName('Enter the name of the system that gets it.') }),
  async run({ tx, workspaceId, actor }, { name }) {
    const keyId = uuid();
    const secret = newKey();
    await unlessTaken(`There is a key “${name}” already. Revoke it first.`, () =>
      tx.insert(apiKeys).values({
        workspaceId,
        id: keyId,
        name,
        prefix: prefixOf(secret),
        secretHash: hashOfKey(secret),
        createdBy: actor.memberId,
      }),
    );
    return { value: { keyId, name, secret }, events: [{ type: 'key.changed', data: { keyId } }] };
  },
});
