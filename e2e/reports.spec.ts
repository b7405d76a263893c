import { cleanInBothThemes } from './axe';
import { expect, test } from './fixtures';

test.describe('the report of complaints taken private', () => {
  test('a lead finds it at the mentions, and each number leads to what it counts', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/inbox/mentions');
    await page.getByRole('link', { name: 'Report', exact: true }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Complaints taken private' }),
    ).toBeVisible();
    await page.getByRole('link', { name: '30 days' }).click();
    await expect(page).toHaveURL(/days=30/);
    await expect(page.getByRole('link', { name: '30 days' })).toHaveAttribute('aria-current');
    await expect(page.getByRole('row', { name: /^Handoff rate/ })).toContainText('%');
    await cleanInBothThemes(page, 'the report');

    const came = page.getByRole('link', { name: /^\d+: Wrote in private, all channels/ });
    const count = Number.parseInt((await came.textContent()) ?? '', 10);
    await came.click();
    const listed = page.getByRole('region', { name: /^Wrote in private/ });
    await expect(listed.getByRole('listitem')).toHaveCount(count);
    await listed
      .getByRole('link', { name: /^Private conversation with/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/inbox\/all\//);
    await expect(page.getByRole('link', { name: 'Open the public one' })).toBeVisible();
  });

  test('an agent is told who sees it', async ({ signedInAs }) => {
    const page = await signedInAs('agent');
    await page.goto('/reports/handoffs');
    await expect(page.getByText(/Only leads and admins can see reports/)).toBeVisible();
    await page.goto('/inbox/mentions');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Report', exact: true })).toHaveCount(0);
  });
});
