import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const colours = ['color-contrast', 'link-in-text-block'];

/**
 * No violation of WCAG 2.2 A and AA, nor of axe's own good practice, in either theme. A theme changes colours and
 * nothing else, so the second one is asked about colours alone.
 */
export async function cleanInBothThemes(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await found(page, colours), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await found(page), `${where}, light`).toEqual([]);
}

async function found(page: Page, rules?: string[]): Promise<string[]> {
  // A colour in the middle of a fade is nobody's colour.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished)).catch(() => null),
  );
  // Of what passes, the names are enough: all that it stands on takes longer to tell than to judge.
  const builder = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  });
  const { violations, passes } = await builder.analyze();
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
