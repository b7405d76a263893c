import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import pg from 'pg';
import { mintSession } from '@/lib/auth/mint';
import type { Role } from '@/lib/domain/access/can';
import type { Customer } from './sandbox-network';
import { SandboxNetwork } from './sandbox-network';

/** What scripts/e2e-server.mjs wrote about the Porchlight under test. */
type Stack = { DATABASE_URL: string; AUTH_SECRET: string; APP_URL: string; SANDBOX_URL: string };

/** Who of the demo stands for each role. */
const people = {
  agent: 'priya@saltedcaramel.example',
  other: 'mo@saltedcaramel.example',
  lead: 'jack@saltedcaramel.example',
  marketer: 'sunniva@saltedcaramel.example',
  admin: 'ada@saltedcaramel.example',
} satisfies Record<Role | 'other', string>;

type Options = BrowserContextOptions & { theme?: 'light' | 'dark' };

type Fixtures = {
  stack: Stack;
  network: SandboxNetwork;
  /** A new person who has just written a first message; and what they wrote. */
  customer: Customer;
  /** A page of somebody of that role, signed in by cookie. */
  signedInAs: (who: keyof typeof people, options?: Options) => Promise<Page>;
  /** For so many seconds, shrunk like every wait here, replies can be called back. Until the test ends. */
  holdReplies: (seconds: number) => Promise<void>;
  /** What browsers complained about. Empty at the end, or the test fails. */
  complaints: string[];
  /** Complaints that a test brings about on purpose. */
  allow: (complaint: RegExp) => void;
};

export const test = base.extend<Fixtures & { allowed: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  stack: async ({}, use) => {
    await use(readStack());
  },
  network: async ({ stack }, use) => {
    const network = new SandboxNetwork(stack.SANDBOX_URL);
    await use(network);
    await network.endFaults();
  },
  customer: async ({ network }, use) => {
    await use(await network.newCustomer());
  },
  holdReplies: async ({ stack }, use) => {
    await use((seconds) => setUndoSeconds(stack, seconds));
    await setUndoSeconds(stack, 5);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  allowed: async ({}, use) => {
    await use([]);
  },
  allow: async ({ allowed }, use) => {
    await use((complaint) => allowed.push(complaint));
  },
  complaints: async ({ allowed }, use) => {
    const complaints: string[] = [];
    await use(complaints);
    const unexpected = complaints.filter((text) => !allowed.some((known) => known.test(text)));
    expect(unexpected, 'the browser complained').toEqual([]);
  },
  signedInAs: async ({ browser, stack, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = await signIn(browser, stack, people[who], options);
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      return attentive(page);
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** A text that no other test writes. */
export function unique(text: string): string {
  return `${text} ${randomUUID().slice(0, 8)}`;
}

function readStack(): Stack {
  const file = fileURLToPath(new URL('../.test/e2e/env.json', import.meta.url));
  if (!existsSync(file)) throw new Error('No Porchlight under test: start scripts/e2e-server.mjs.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function signIn(
  browser: Browser,
  stack: Stack,
  email: string,
  { theme = 'light', ...options }: Options,
): Promise<BrowserContext> {
  const who = await memberOf(stack, email);
  const { name, value } = await mintSession(who, {
    databaseUrl: stack.DATABASE_URL,
    authSecret: stack.AUTH_SECRET,
    appUrl: stack.APP_URL,
  });
  const context = await browser.newContext({
    baseURL: stack.APP_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: theme,
    viewport: { width: 1440, height: 900 },
    // What a service worker has in hand cannot be held back by a test; those about it allow it.
    serviceWorkers: 'block',
    ...options,
  });
  await context.addCookies([{ name, value, url: stack.APP_URL, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

async function memberOf(stack: Stack, email: string) {
  const client = new pg.Client({ connectionString: stack.DATABASE_URL });
  await client.connect();
  try {
    await client.query('set role porchlight_system');
    const { rows } = await client.query<{ userId: string; workspaceId: string }>(
      `select user_id as "userId", workspace_id as "workspaceId" from members where email = $1`,
      [email],
    );
    if (!rows[0]) throw new Error(`${email} is not in the demo.`);
    return rows[0];
  } finally {
    await client.end();
  }
}

async function setUndoSeconds(stack: Stack, seconds: number) {
  const client = new pg.Client({ connectionString: stack.DATABASE_URL });
  await client.connect();
  try {
    await client.query('set role porchlight_system');
    const { rows } = await client.query<{ id: string }>('select id from workspaces');
    await client.query('reset role');
    await client.query('set role porchlight_app');
    for (const { id } of rows) {
      await client.query("select set_config('app.workspace_id', $1, false)", [id]);
      await client.query('update workspaces set undo_seconds = $2 where id = $1', [id, seconds]);
    }
  } finally {
    await client.end();
  }
}

/** What is pressed before the page listens is lost, as everywhere; a test is faster than any person. */
function attentive(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  return Object.assign(page, {
    goto: async (...args: Parameters<Page['goto']>) => {
      const answer = await goto(...args);
      await page.waitForFunction(everythingListens);
      return answer;
    },
    reload: async (...args: Parameters<Page['reload']>) => {
      const answer = await reload(...args);
      await page.waitForFunction(everythingListens);
      return answer;
    },
  });
}

/** Runs in the page, within the shell: what the server drew has been taken over, down to the last part. */
function everythingListens(): boolean {
  if (!document.querySelector('nav[aria-label=Porchlight]')) return true;
  return performance.getEntriesByName('porchlight:whole').length > 0;
}

function listen(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => {
    const grave = message.type() === 'error' || message.type() === 'warning';
    // Said by the test tool about what it was told to do, not by the product.
    const byTheTool = message
      .text()
      .startsWith('Service Worker registration blocked by Playwright');
    if (grave && !byTheTool) complaints.push(`${message.text()} ${message.location().url}`);
  });
}
