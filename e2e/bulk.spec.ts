import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import type { Floor } from './back-door';
import { BackDoor } from './back-door';
import { test as base, expect, unique } from './fixtures';

const test = base.extend<{ floor: (count: number, taken: number) => Promise<Floor> }>({
  floor: async ({ stack }, use) => {
    const door = new BackDoor(stack.DATABASE_URL);
    const floors: Floor[] = [];
    await use(async (count, taken) => {
      const made = await door.floor(unique('Flood'), count, taken);
      floors.push(made);
      return made;
    });
    await Promise.all(floors.map((made) => door.endFloor(made)));
  },
});

test('everything in a view is decided about: counted before, told while it goes, with reasons, and taken back', async ({
  signedInAs,
  floor,
}) => {
  const made = await floor(620, 20);
  const page = await signedInAs('agent');
  await wholeView(page, made);
  const whole = page.getByRole('region', { name: 'The whole view' });
  await expect(whole).toContainText('All 620 in this view');
  await whole.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitemradio', { name: 'Priya Raman (you)' }).click();

  const preview = page.getByRole('region', { name: 'What will change' });
  await expect(preview).toContainText('600 change · 20 cannot');
  await expect(preview).toContainText('20: Only leads give away what a colleague has.');
  await expect(preview).toContainText(
    /of 40 already and gets 600 more\. You can do it all the same\./,
  );
  await cleanInBothThemes(page, 'before a decision about a whole view');
  await preview.getByRole('button', { name: /^Give to .* · 600$/ }).click();

  await expect(told(page)).toContainText('600 changed, 20 stayed as they were');
  await cleanInBothThemes(page, 'after a decision about a whole view');
  await told(page).getByRole('button', { name: 'Why' }).click();
  const why = page.getByRole('dialog', { name: 'What stayed as it was' });
  await expect(why).toContainText('20: Only leads give away what a colleague has.');
  await expect(why.getByRole('link')).toHaveCount(20);
  await cleanInBothThemes(page, 'why some stayed');
  const name = `${await why.getByRole('link').first().textContent()}`;
  await why.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await told(page).getByRole('button', { name: 'Undo all' }).click();
  await expect(told(page)).toContainText('600 are back');
  await told(page).getByRole('button', { name: 'Put this away' }).click();
  await expect(told(page)).toBeHidden();
});

test('it can be cancelled on the way, is still told of after a reload, and taken back', async ({
  signedInAs,
  floor,
}) => {
  const made = await floor(6_000, 0);
  const page = await signedInAs('agent');
  await wholeView(page, made);
  await page
    .getByRole('region', { name: 'The whole view' })
    .getByRole('button', { name: 'Close' })
    .click();
  await page.getByRole('button', { name: 'Close · 6000' }).click();
  await expect(told(page)).toContainText(/ of 6000/);
  await told(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(told(page)).toContainText(/Cancelled: \d+ changed, \d+ were not reached/);
  await page.reload();
  await told(page).getByRole('button', { name: 'Undo all' }).click();
  await expect(told(page)).toContainText(/\d+ are back/, { timeout: 60_000 });
  await told(page).getByRole('button', { name: 'Put this away' }).click();
});

/** The way there: one is selected, then all that the view holds. */
async function wholeView(page: Page, { teamId }: Floor): Promise<void> {
  await page.goto(`/inbox/team-${teamId}`);
  await page.getByRole('listitem').first().hover();
  await page.keyboard.press('x');
  const all = page.getByRole('button', { name: /^All [\d+]+…$/ });
  await expect(all).toBeVisible();
  await all.click();
}

function told(page: Page): Locator {
  return page.getByRole('region', { name: 'Decision about a whole view' });
}
