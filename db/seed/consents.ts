import type { ConsentScope, ConsentSource } from '@/lib/domain/consent/ledger';
import { plainWord, usualWords, wordEffects } from '@/lib/domain/consent/words';
import type { Tx } from '../client';
import { consents, consentWords } from '../schema/consent';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import { DAY_MS } from './standing';
import type { FirstName } from './team';

type Said = {
  scope: ConsentScope;
  granted: boolean;
  source: ConsentSource;
  /** Who wrote it down; a word did it by itself. */
  by?: FirstName;
  /** How they told us, where no message says it. */
  told?: string;
  /** How many days ago they told it, where that matters. */
  daysAgo?: number;
};

const yes = { scope: 'offers', granted: true } as const;
const no = { scope: 'offers', granted: false } as const;
const shop = (by: FirstName): Said => ({
  ...yes,
  source: 'told',
  by,
  told: 'Card at the shop till',
});
const club = (by: FirstName): Said => ({ ...yes, source: 'told', by, told: 'Club form, online' });

/** What people in the demo said about being written to, by username. A message says it where there is one. */
const said: Readonly<Record<string, readonly Said[]>> = {
  quietquinn: [{ scope: 'all', granted: false, source: 'word' }],
  maya_lindgren: [{ ...yes, source: 'message', by: 'Priya' }],
  declanryan_: [{ ...no, source: 'message', by: 'Mo' }],
  ines_carvalho: [shop('Priya')],
  haruka_amai: [club('Sunniva')],
  spoonwithtom: [club('Sunniva')],
  nadiaellison: [shop('Mo')],
  joaquinmtz: [
    club('Sunniva'),
    { ...no, source: 'told', by: 'Lena', told: 'By phone', daysAgo: 16.4 },
  ],
  thandimokoena: [shop('Priya')],
  oluseun_ade: [club('Lena')],
  elodiemercier: [club('Sunniva')],
  camilaibarra: [club('Sunniva')],
  siobhandaly: [shop('Mo')],
  amaraeze: [club('Sunniva')],
  marcusbell_: [shop('Priya')],
  hollyfinch_: [club('Sunniva')],
};

/** The words that opt out, and the ledgers of those who said something. */
export async function seedConsents(
  tx: Tx,
  house: House,
  { laid, now }: { laid: readonly Laid[]; now: Date },
): Promise<void> {
  const { workspaceId } = house;
  const words = wordEffects.flatMap((effect) =>
    usualWords[effect].flatMap((word) => {
      const plain = plainWord(word);
      return plain === null ? [] : [{ workspaceId, plain, word, effect }];
    }),
  );
  await inBatches(tx, consentWords, words);
  const rows = Object.entries(said).flatMap(([username, entries]) => {
    const thread = laid.find((each) => each.username === username);
    if (!thread) throw new Error(`nobody called ${username} to seed a consent for`);
    return entries.map((entry, index) => rowOf(house, { thread, entry, index, now }));
  });
  await inBatches(tx, consents, rows);
}

type Place = { thread: Laid; entry: Said; index: number; now: Date };

function rowOf(house: House, { thread, entry, index, now }: Place) {
  const { workspaceId, memberId, idAt } = house;
  const { scope, granted, source, by, told, daysAgo = 40 - 9 * index } = entry;
  const last = thread.messages.findLastIndex(({ kind }) => kind === 'inbound');
  const message = thread.messages[last];
  const at = told ? new Date(now.getTime() - daysAgo * DAY_MS) : (message?.at ?? now);
  return {
    workspaceId,
    id: idAt(at),
    contactId: thread.contactId,
    identityId: thread.identityId,
    conversationId: thread.id,
    ...{ scope, granted, source },
    messageId: told ? null : (thread.messageIds[last] ?? null),
    evidence: told ?? message?.body ?? null,
    memberId: by ? memberId(by) : null,
    at: at.toISOString(),
    recordedAt: at.toISOString(),
  };
}
