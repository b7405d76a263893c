import { ok } from '@/e2e/wire';
import { summary, time } from './clock';
import type { Line } from './line';
import { line } from './reads';
import type { Rig } from './rig';

const ROUNDS = 15;

/** What people type, letter by letter too: words that everybody says, that few say and that nobody says. */
const queries = {
  Latin: [
    'order',
    'o',
    'or',
    'ord',
    'refund',
    'ref',
    'order refund',
    'tracking package late',
    '"gift card"',
    'de',
    'nobodysaysthis',
    'owner:me refund',
    'status:open -refund order',
    'before:60d voucher',
    'customer 17',
    '@customer12',
    'from:@customer12 order',
  ],
  Japanese: [
    '返金',
    '返',
    '届きません',
    '塩キャラメル',
    'きゃらめる',
    '注文 番号',
    '再入荷',
    '溶けて',
    '追跡番号を教えて',
    '原材料',
    '無い言葉',
    'owner:me 返金',
    '4207',
  ],
};

/** Budget 6: from the address to the rows, over all that the data set holds. */
export async function search(rig: Rig): Promise<Line[]> {
  const { rows } = await rig.admin.query<{ count: number }>(
    'select count(*)::int as count from messages where workspace_id = $1',
    [rig.loaded.workspaceId],
  );
  const lines: Line[] = [];
  for (const [script, texts] of Object.entries(queries)) {
    const taken = await searches(rig, texts);
    const what = `search, ${script}, ${rows[0]?.count} messages`;
    lines.push(line('6', `${what}, p95`, taken.all.p95, { unit: 'ms', limit: 20 }));
    lines.push({
      ...line('6', `${what}, p50`, taken.all.p50, { unit: 'ms' }),
      note: `slowest: ${taken.slowest.text} (${taken.slowest.p50.toFixed(1)} ms)`,
    });
  }
  return lines;
}

async function searches(rig: Rig, texts: readonly string[]) {
  const every: number[] = [];
  let slowest = { text: '', p50: 0 };
  for (const text of texts) {
    const url = `${rig.app}/api/conversations?view=all&q=${encodeURIComponent(text)}`;
    const ask = () => ok(url, { headers: { cookie: rig.cookie } });
    await time(ask, { count: 2 });
    const own: number[] = [];
    await time(
      async () => {
        const from = performance.now();
        await ask();
        own.push(performance.now() - from);
      },
      { count: ROUNDS },
    );
    every.push(...own);
    const { p50 } = summary(own);
    if (p50 > slowest.p50) slowest = { text, p50 };
  }
  return { all: summary(every), slowest };
}
