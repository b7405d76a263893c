import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import pg from 'pg';
import { cleanInBothThemes } from './axe';
import { expect, test, unique } from './fixtures';
import type { Issuer } from './oidc-issuer';
import { startIssuer } from './oidc-issuer';

const demoPassword = 'porchlight-demo';
const goodPassword = 'lantern harbour velvet toast';

type Stack = { DATABASE_URL: string; APP_URL: string };

const visitors: BrowserContext[] = [];

test.afterEach(() => Promise.all(visitors.splice(0).map((context) => context.close())));

/** Somebody whom nobody has signed in, until the test ends. */
async function aVisitor(
  browser: Browser,
  { APP_URL }: Stack,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: APP_URL, locale: 'en-GB', ...options });
  visitors.push(context);
  return await context.newPage();
}

async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** What an administrator of the database sees of people and their sessions. */
async function rows<Row extends pg.QueryResultRow>(
  { DATABASE_URL }: Stack,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    await client.query('set role porchlight_system');
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function invite(admin: Page, email: string): Promise<string> {
  await admin.goto('/settings/members');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByRole('button', { name: 'Make an invitation' }).click();
  return await admin.getByLabel(`Invitation link for ${email}`).inputValue();
}

async function joinAs(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL('**/inbox/mine');
}

const newAddress = () => `${unique('mira').replaceAll(' ', '-')}@example.test`;

test.afterEach(async ({ stack }) => {
  await rows(stack, 'delete from sign_in_throttle');
});

test.describe('at the door', () => {
  test('a person is told what was wrong and then comes to where they wanted to go', async ({
    browser,
    stack,
  }) => {
    const page = await aVisitor(browser, stack);
    await page.goto('/inbox/open');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox%2Fopen$/);
    await signIn(page, 'priya@saltedcaramel.example', 'not the password');
    await expect(page.getByRole('alert').filter({ hasText: 'is not right' })).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue('priya@saltedcaramel.example');
    await signIn(page, 'priya@saltedcaramel.example');
    await page.waitForURL('**/inbox/open');
  });

  test('it works without a script', async ({ browser, stack }) => {
    const page = await aVisitor(browser, stack, { javaScriptEnabled: false });
    await page.goto('/inbox/open');
    await signIn(page, 'priya@saltedcaramel.example', 'not the password');
    await expect(page.getByRole('alert').filter({ hasText: 'is not right' })).toBeVisible();
    await signIn(page, 'priya@saltedcaramel.example');
    await page.waitForURL('**/inbox/open');
  });

  test('the way on never leads to another site', async ({ browser, stack }) => {
    const page = await aVisitor(browser, stack);
    await page.goto('/sign-in?next=https://evil.example/inbox');
    await signIn(page, 'priya@saltedcaramel.example');
    await page.waitForURL(`${stack.APP_URL}/inbox/mine`);
  });

  test('after too many tries it says how long to wait; the owner’s own browser still gets in', async ({
    browser,
    stack,
    request,
  }) => {
    const owner = await aVisitor(browser, stack);
    await owner.goto('/sign-in');
    await signIn(owner, 'mo@saltedcaramel.example');
    await owner.waitForURL('**/inbox/mine');
    await rows(stack, "update sessions set ip = '203.0.113.7' where ip = '127.0.0.1'");

    const { csrfToken } = await (await request.get(`${stack.APP_URL}/api/auth/csrf`)).json();
    for (let round = 0; round < 12; round++) {
      await request.post(`${stack.APP_URL}/api/auth/callback/credentials`, {
        form: { csrfToken, email: 'mo@saltedcaramel.example', password: `guess ${round}` },
        headers: { origin: stack.APP_URL, 'x-forwarded-for': `198.51.100.${round}` },
        maxRedirects: 0,
      });
    }
    const stranger = await aVisitor(browser, stack);
    await stranger.goto('/sign-in');
    await signIn(stranger, 'mo@saltedcaramel.example');
    await expect(stranger.getByRole('alert').filter({ hasText: /Wait \d+ minutes/ })).toBeVisible();

    await owner.context().clearCookies({ name: 'porchlight.session' });
    await owner.goto('/sign-in');
    await signIn(owner, 'mo@saltedcaramel.example');
    await owner.waitForURL('**/inbox/mine');
  });

  test('a forged X-Forwarded-For does not change where a session comes from', async ({
    request,
    stack,
  }) => {
    const { csrfToken } = await (await request.get(`${stack.APP_URL}/api/auth/csrf`)).json();
    const agent = unique('forger');
    await request.post(`${stack.APP_URL}/api/auth/callback/credentials`, {
      form: { csrfToken, email: 'mo@saltedcaramel.example', password: demoPassword },
      headers: {
        origin: stack.APP_URL,
        'user-agent': agent,
        'x-forwarded-for': '6.6.6.6',
        'x-porchlight-peer': '6.6.6.6',
      },
      maxRedirects: 0,
    });
    expect(await rows(stack, 'select ip from sessions where user_agent = $1', [agent])).toEqual([
      { ip: '127.0.0.1' },
    ]);
  });
});

test.describe('a session', () => {
  test('is one cookie that scripts cannot read, new at each sign-in, worth nothing after signing out', async ({
    browser,
    stack,
  }) => {
    const page = await aVisitor(browser, stack);
    await page.goto('/sign-in');
    await signIn(page, 'lena@saltedcaramel.example');
    await page.waitForURL('**/inbox/mine');
    const sessionOf = async () =>
      (await page.context().cookies()).find(({ name }) => name === 'porchlight.session');
    const first = await sessionOf();
    expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(first?.value.length).toBeLessThan(4096);

    await page.goto('/settings/sessions');
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.waitForURL('**/sign-in');
    expect(await sessionOf()).toBeUndefined();
    const replay = await fetch(`${stack.APP_URL}/api/me`, {
      headers: { cookie: `porchlight.session=${first?.value}` },
    });
    expect(replay.status).toBe(401);

    await signIn(page, 'lena@saltedcaramel.example');
    await page.waitForURL('**/inbox/mine');
    expect((await sessionOf())?.value).not.toBe(first?.value);
  });

  test('ends from another browser at once', async ({ allow, signedInAs }) => {
    allow(/status of 401/);
    const here = await signedInAs('marketer');
    const there = await signedInAs('marketer');
    await there.goto('/settings/sessions');
    expect((await there.request.get('/api/me')).status()).toBe(200);
    await here.goto('/settings/sessions');
    const others = here
      .getByRole('listitem')
      .filter({ hasNotText: 'this browser' })
      .getByRole('button', { name: /^Sign out/ });
    while ((await others.count()) > 0) {
      const before = await others.count();
      await others.first().click();
      await expect(others).toHaveCount(before - 1);
    }
    expect((await there.request.get('/api/me')).status()).toBe(401);
    await expect(there.getByText('You are no longer signed in here.')).toBeVisible();
    expect((await here.request.get('/api/me')).status()).toBe(200);
  });

  test('cannot be given another role or workspace from the browser', async ({ signedInAs }) => {
    const page = await signedInAs('agent');
    const before = await (await page.request.get('/api/me')).json();
    const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
    const origin = new URL((await page.request.get('/api/me')).url()).origin;
    await page.request.post('/api/auth/session', {
      headers: { origin },
      data: { csrfToken, data: { sid: 'x', role: 'admin', roles: ['admin'], workspaceId: 'x' } },
    });
    const after = await (await page.request.get('/api/me')).json();
    expect({ ...after, seq: 0 }).toEqual({ ...before, seq: 0 });
  });
});

test.describe('members', () => {
  test('a newcomer joins by the link once; roles and removal count from the next request', async ({
    browser,
    stack,
    signedInAs,
  }) => {
    const admin = await signedInAs('admin');
    const email = newAddress();
    const name = unique('Mira');
    const link = await invite(admin, email);
    const newcomer = await aVisitor(browser, stack);
    await joinAs(newcomer, link, name);
    await newcomer.goto(link);
    await expect(newcomer.getByRole('heading', { name: /no longer open/ })).toBeVisible();

    await newcomer.goto('/settings/members');
    await expect(newcomer.getByText('Only admins can invite people')).toBeVisible();
    await admin.reload();
    const line = admin.getByRole('listitem').filter({ hasText: email });
    await line.getByRole('checkbox', { name: 'Admin' }).check();
    await expect(line.getByRole('checkbox', { name: 'Admin' })).toBeEnabled();
    await newcomer.reload();
    await expect(newcomer.getByRole('heading', { name: 'Invite someone' })).toBeVisible();

    await line.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
    await line
      .getByRole('button', { name: `Remove ${name}`, exact: true })
      .last()
      .click();
    await expect(line).toHaveCount(0);
    expect((await newcomer.request.get('/api/me')).status()).toBe(403);
    await newcomer.reload();
    await expect(newcomer.getByRole('heading', { name: 'You have no access here' })).toBeVisible();
    await newcomer.getByRole('button', { name: 'Sign out' }).click();
    await newcomer.waitForURL('**/sign-in');
  });

  test('a withdrawn invitation is closed; the only admin stays', async ({ page, signedInAs }) => {
    const admin = await signedInAs('admin');
    const email = newAddress();
    const link = await invite(admin, email);
    await admin.getByRole('button', { name: `Withdraw the invitation for ${email}` }).click();
    await expect(
      admin.getByRole('button', { name: `Withdraw the invitation for ${email}` }),
    ).toHaveCount(0);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: /no longer open/ })).toBeVisible();

    const me = admin.getByRole('listitem').filter({ hasText: '(you)' });
    await me.getByRole('button', { name: 'Remove Ada Quill' }).click();
    await me.getByRole('button', { name: 'Remove Ada Quill' }).last().click();
    await expect(me.getByRole('alert')).toHaveText(/only admin/);
  });
});

test.describe('every answer', () => {
  test('a page carries its own nonce and every fence; a signed-in one is kept by no cache', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('admin');
    const nonces = new Set<string>();
    const paths = [
      '/sign-in?error=x',
      '/invite/none',
      '/inbox/mine',
      '/settings/members',
      '/settings/sessions',
      '/no/such/page',
    ];
    for (const path of [...paths, ...paths]) {
      const answer = await page.request.get(path);
      const headers = answer.headers();
      const policy = headers['content-security-policy'] ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain('unsafe');
      expect(headers, path).toMatchObject({
        'cache-control': expect.stringContaining('no-store'),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      const body = await answer.text();
      const scripts = body.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length, path).toBeGreaterThan(0);
      for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(paths.length * 2);
  });

  test('data and what is no address of data carry every fence as well', async ({ signedInAs }) => {
    const page = await signedInAs('admin');
    for (const [path, status] of [
      ['/api/views', 200],
      ['/api/conversations?view=nowhere', 400],
      ['/api/conversations/no/such/thing', 404],
      ['/api/conversations/%E0%A4%A', 400],
      ['/api/nothing', 404],
    ] as const) {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBe(status);
      const headers = answer.headers();
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers, path).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  test('a write that another site started is refused and changes nothing', async ({
    signedInAs,
    stack,
  }) => {
    const page = await signedInAs('agent');
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: 'not an origin' },
      { origin: `${stack.APP_URL}.evil.example` },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { origin: stack.APP_URL, 'sec-fetch-site': 'cross-site' },
      { origin: stack.APP_URL, 'sec-fetch-site': 'same-site' },
      { origin: stack.APP_URL, 'sec-fetch-site': 'none' },
    ];
    const targets = [
      '/sign-out',
      '/sign-in/sso',
      '/sign-in/workspace',
      '/api/auth/signout',
      '/inbox/mine',
    ];
    const cookie = (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
    for (const target of targets) {
      for (const headers of foreign) {
        const answer = await fetch(`${stack.APP_URL}${target}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: 'next=/',
          redirect: 'manual',
        });
        expect(answer.status, `${target} ${JSON.stringify(headers)}`).toBe(403);
      }
    }
    expect((await page.request.get('/api/me')).status()).toBe(200);
  });
});

test('garbage at the door is the sender’s fault, never a failure of the server', async ({
  stack,
}) => {
  const garbage: [path: string, init?: RequestInit][] = [
    ['/inbox/%ff', { headers: { cookie: 'porchlight.session=x' } }],
    ['/invite/%ff'],
    ['/invite/%00'],
    ['/api/webhooks/%ff'],
    ['/sign-in?next=%ff&next=b&error=%00'],
    ['/api/auth/error?error=%E2%80%98'],
    ['/api/auth/error?error=a%0d%0aSet-Cookie:x=y'],
    ['/api/auth/csrf?callbackUrl=garbage'],
    ['/api/auth/csrf', { headers: { cookie: 'next-auth.callback-url=garbage' } }],
    ['/api/auth/session', { headers: { cookie: 'porchlight.session=%00%ff' } }],
    ['/api/auth/callback/credentials', { method: 'POST', body: '{bad' }],
    ['/api/auth/callback/credentials', { method: 'POST', body: 'null' }],
    ['/api/auth/_log', { method: 'POST', body: '{}' }],
    ['/sign-out', { method: 'POST', body: 'garbage' }],
    ['/sign-in/sso', { method: 'POST', body: 'garbage' }],
    ['/sign-in/workspace', { method: 'POST', body: 'garbage' }],
  ];
  for (const [path, { headers, ...init } = {}] of garbage) {
    const answer = await fetch(`${stack.APP_URL}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { origin: stack.APP_URL, 'content-type': 'application/json', ...headers },
    });
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.headers.get('set-cookie') ?? '', path).not.toContain('x=y');
  }
});

test.describe('the company’s own sign-in', () => {
  let issuer: Issuer;

  test.beforeAll(async () => {
    const port = Number(process.env['E2E_OIDC_PORT'] ?? 4102);
    const web = Number(process.env['E2E_PORT'] ?? 4100);
    issuer = await startIssuer(
      {
        id: 'porchlight-tests',
        secret: 'porchlight-tests-secret',
        redirectUri: `http://localhost:${web}/api/auth/callback/oidc`,
      },
      port,
    );
  });
  test.afterAll(() => issuer.close());

  async function throughProvider(page: Page, login: string): Promise<void> {
    // Its page asks for a font from elsewhere.
    await page.route(/googleapis/, (route) => route.abort());
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with Creamery ID' }).click();
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  const problem = (page: Page, text: RegExp) =>
    expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();

  test('links an account by its verified address once, then goes by issuer and subject', async ({
    browser,
    stack,
  }) => {
    const sub = unique('jack');
    const email = 'jack@saltedcaramel.example';
    await rows(stack, 'update users set oidc_subject = null where email = $1', [email]);
    issuer.accounts.set(sub, { sub, email, email_verified: true, name: 'Jack at work' });
    const page = await aVisitor(browser, stack);
    await throughProvider(page, sub);
    await page.waitForURL('**/inbox/mine');
    expect(await (await page.request.get('/api/me')).json()).toMatchObject({ email });

    issuer.accounts.set(sub, { sub, email: 'renamed@example.test', email_verified: false });
    const later = await aVisitor(browser, stack);
    await throughProvider(later, sub);
    await later.waitForURL('**/inbox/mine');
    expect(await (await later.request.get('/api/me')).json()).toMatchObject({ email });

    const other = unique('impostor');
    issuer.accounts.set(other, { sub: other, email, email_verified: true });
    const impostor = await aVisitor(browser, stack);
    await throughProvider(impostor, other);
    await problem(impostor, /linked to this e-mail address/);
  });

  test('lets an invited person in and joins them; nobody else', async ({
    browser,
    stack,
    signedInAs,
  }) => {
    const email = newAddress();
    const [sub, unverified, stranger] = [unique('new'), unique('unverified'), unique('stranger')];
    issuer.accounts.set(sub, { sub, email, email_verified: true, name: 'Noor Haddad' });
    issuer.accounts.set(unverified, { sub: unverified, email, email_verified: false });
    const unknown = { sub: stranger, email: newAddress(), email_verified: true };
    issuer.accounts.set(stranger, unknown);

    const early = await aVisitor(browser, stack);
    await throughProvider(early, stranger);
    await problem(early, /Nobody has invited/);
    await invite(await signedInAs('admin'), email);
    const forger = await aVisitor(browser, stack);
    await throughProvider(forger, unverified);
    await problem(forger, /has not confirmed/);

    const page = await aVisitor(browser, stack);
    await throughProvider(page, sub);
    await page.waitForURL('**/inbox/mine');
    expect(await (await page.request.get('/api/me')).json()).toMatchObject({
      name: 'Noor Haddad',
      email,
      roles: ['agent'],
    });
  });

  test('an answer that this browser did not ask for signs nobody in', async ({
    browser,
    stack,
  }) => {
    const page = await aVisitor(browser, stack);
    await page.goto('/api/auth/callback/oidc?code=stolen&state=forged');
    await problem(page, /did not work/);
    expect((await page.request.get('/api/me')).status()).toBe(401);
  });
});

test('the pages of somebody from outside are accessible in both themes', async ({
  browser,
  stack,
  signedInAs,
}) => {
  const admin = await signedInAs('admin');
  const link = await invite(admin, newAddress());
  const visitor = await aVisitor(browser, stack);
  for (const path of ['/sign-in?error=unauthenticated', link, '/invite/none']) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await cleanInBothThemes(visitor, path);
  }
});
