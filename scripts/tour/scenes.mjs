const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What the tour shows: who looks, where, and what they have opened. */
export const scenes = [
  {
    name: 'inbox',
    as: 'priya',
    theme: 'light',
    size: desktop,
    show: (page) => opened(page, 'mine', 'Inês Carvalho'),
  },
  {
    name: 'inbox-dark',
    as: 'jack',
    theme: 'dark',
    size: desktop,
    show: (page) => opened(page, 'open', 'Stefan Moritz'),
  },
  {
    name: 'long',
    as: 'priya',
    theme: 'light',
    size: desktop,
    show: (page) => opened(page, 'mine', 'Walter Pruett'),
  },
  {
    name: 'trouble',
    as: 'mo',
    theme: 'light',
    size: desktop,
    show: (page) => opened(page, 'review', 'Pavel Dvořák'),
  },
  {
    name: 'palette',
    as: 'jack',
    theme: 'dark',
    size: desktop,
    async show(page) {
      await opened(page, 'unassigned', 'Verity Holt');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
    },
  },
  {
    name: 'first-minute',
    as: 'lena',
    theme: 'light',
    size: desktop,
    async show(page) {
      await page.goto('/inbox/unassigned');
      await page.getByRole('heading', { name: 'Your first minute' }).waitFor();
    },
  },
  {
    name: 'board',
    as: 'jack',
    theme: 'light',
    size: desktop,
    async show(page) {
      await page.goto('/board');
      await page.getByRole('heading', { name: 'People' }).waitFor();
      await page
        .getByRole('heading', { name: 'Lena Fischer' })
        .or(page.getByText('Lena Fischer'))
        .first()
        .waitFor();
    },
  },
  {
    name: 'promises',
    as: 'jack',
    theme: 'light',
    size: desktop,
    async show(page) {
      await opened(page, 'breached', 'Ximena Rivas');
      await page
        .getByRole('button', { name: /Show the working$/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Promises' }).waitFor();
    },
  },
  {
    name: 'channels',
    as: 'ada',
    theme: 'light',
    size: desktop,
    async show(page) {
      await page.goto('/settings/channels');
      await page.getByText('@caramelcare').first().waitFor();
    },
  },
  {
    name: 'phone-list',
    as: 'mo',
    theme: 'light',
    size: phone,
    async show(page) {
      await putGuideAway(page);
      await page.goto('/inbox/mine');
      await page.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'phone-thread',
    as: 'jack',
    theme: 'dark',
    size: phone,
    show: (page) => opened(page, 'open', 'Grace Lim'),
  },
];

/** Opens somebody's conversation in a view, wherever in its list it stands. */
async function opened(page, view, name) {
  await putGuideAway(page);
  const answer = await page.request.get(
    `/api/conversations?view=${view}&q=${encodeURIComponent(`from:"${name}"`)}`,
  );
  const { rows } = await answer.json();
  const found = rows.find(({ contactName }) => contactName === name);
  if (!found) throw new Error(`${name} does not stand in ${view}`);
  await page.goto(`/inbox/${view}/${found.id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('listitem').first().waitFor();
}

async function putGuideAway(page) {
  await page.evaluate(() =>
    fetch('/api/guide', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dismissed: true }),
    }),
  );
}
