import type { Locator, Page } from '@playwright/test';
import { files } from '@/lib/domain/files/files.fixture';
import { field, opened, writer } from './conversation';
import { expect, test, unique } from './fixtures';

const MIB = 1024 * 1024;

test.describe('files', () => {
  test('what a customer sends is fetched by us, shown in its place and looked at by keyboard', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const elsewhere = requestsElsewhere(page, stack.APP_URL);
    await network.sendFile(customer, files.jpeg, 'image/jpeg', unique('It arrived like this'));
    await network.sendFile(customer, files.mp4, 'video/mp4');

    const picture = page.getByRole('img', { name: 'picture.jpg' });
    await expect(picture).toBeVisible();
    await expect.poll(() => naturalSize(picture)).toEqual([40, 30]);
    await expect(page.locator('video')).toHaveAttribute('src', /^\/api\/files\//);
    await expect(page.getByLabel('video.mp4')).toBeVisible();

    await page.getByRole('button', { name: 'Look at picture.jpg' }).focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'picture.jpg' });
    await expect(viewer.getByRole('img')).toBeVisible();
    await expect(viewer.getByRole('link', { name: 'Save picture.jpg' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    expect(elsewhere).toEqual([]);
  });

  test('a file that the network no longer has says so in its place', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await network.setFaults({ media: { mode: 'gone' } });
    await network.sendFile(customer, files.png, 'image/png');
    await expect(page.getByText('The picture could not be fetched.')).toBeVisible();
    await expect(page.getByText('X no longer has it.')).toBeVisible();
  });

  test('a pasted picture goes out without a word and arrives once', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await paste(field(page, customer), files.png);
    const attached = page.getByRole('list', { name: 'Attached files' });
    await expect(attached).toContainText(/Pasted \d{4}-\d\d-\d\d .*\.png/);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(attached).toBeHidden();
    await expect(page.getByRole('img', { name: /^Pasted/ })).toBeVisible();
    await expect.poll(() => network.receivedFiles(customer)).toHaveLength(1);
    const [arrived] = await network.receivedFiles(customer);
    expect(arrived?.equals(files.png)).toBe(true);
    await expect(page.locator('[data-delivery=sent]')).toHaveCount(1);
  });

  test('a file that lies, a second one and one that is too large are refused in their place', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const attached = page.getByRole('list', { name: 'Attached files' });
    await choose(page, 'photo.png', Buffer.from('<!doctype html><script>alert(1)</script>'));
    await expect(attached).toContainText(
      '“photo.png” is a web page (HTML). Allowed here: JPEG, PNG or WebP pictures up to 5 MB, GIFs up to 15 MB and MP4 videos up to 15 MB.',
    );
    await choose(page, 'huge.png', Buffer.concat([files.png, Buffer.alloc(5 * MIB)]));
    await expect(attached).toContainText(
      '“huge.png” is too large. A picture may have up to 5 MB here.',
    );
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
    await choose(page, 'scoop.gif', files.gif);
    await choose(page, 'another.png', files.png);
    await expect(attached).toContainText('Only one file goes along with a message here.');
    await page.getByRole('button', { name: 'Remove photo.png' }).click();
    await expect(attached).not.toContainText('photo.png');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => network.receivedFiles(customer)).toHaveLength(1);
  });

  test('a connection lost on the way keeps the text; the file stays with the draft over a reload', async ({
    signedInAs,
    network,
    allow,
  }) => {
    allow(/ERR_CONNECTION_RESET/);
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const words = unique('Here is how it should look.');
    await field(page, customer).fill(words);
    await page.route('**/api/files?*', (route) => route.abort('connectionreset'), { times: 1 });
    await choose(page, 'scoop.png', files.png);
    const attached = page.getByRole('list', { name: 'Attached files' });
    await expect(attached).toContainText('Porchlight did not answer');
    await expect(field(page, customer)).toHaveValue(words);
    await attached.getByRole('button', { name: 'Try again' }).click();
    await expect(attached).toContainText('418 bytes');

    await page.reload();
    await expect(attached).toContainText('scoop.png');
    await expect(field(page, customer)).toHaveValue(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => network.received(customer)).toEqual([words]);
    expect(await network.receivedFiles(customer)).toHaveLength(1);
  });
});

async function choose(page: Page, name: string, buffer: Buffer) {
  const mimeType = 'image/png';
  await page.getByLabel('Files to attach').setInputFiles({ name, mimeType, buffer });
}

/** As a browser does it when a picture lies on the clipboard. */
async function paste(into: Locator, bytes: Buffer) {
  await into.evaluate((element, base64) => {
    const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([content], 'image.png', { type: 'image/png' }));
    const init = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', init));
  }, bytes.toString('base64'));
}

function naturalSize(picture: Locator): Promise<number[]> {
  return picture.evaluate((element) =>
    element instanceof HTMLImageElement ? [element.naturalWidth, element.naturalHeight] : [],
  );
}

function requestsElsewhere(page: Page, own: string): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && new URL(url).origin !== new URL(own).origin) seen.push(url);
  });
  return seen;
}
