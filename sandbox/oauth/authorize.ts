import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { html } from '../http/answer';
import type { Asked } from '../http/request';
import { fieldsOf } from '../http/request';
import type { CodeBook } from './codes';
import { consentPage, errorPage } from './consent-page';
import type { ConsentRequest } from './consent-rules';
import { consentRequest, sameSite } from './consent-rules';

/** Where an account's owner is asked whether the app may act for it. */
export function showConsent(sandbox: Sandbox, asked: Asked): Answer {
  const parsed = parse(sandbox, asked.url.searchParams);
  if ('problem' in parsed) return page(errorPage(parsed.problem), 400);
  const accounts = [...sandbox.world.people.values()].filter(({ brand }) => brand);
  return page(consentPage(parsed.request, accounts), 200, parsed.request.redirect_uri);
}

/** The owner's answer: back to the app, with a code or with a refusal. */
export function takeConsent(sandbox: Sandbox, codes: CodeBook, asked: Asked): Answer {
  const fields = fieldsOf(asked);
  const parsed = parse(sandbox, fields);
  if ('problem' in parsed) return page(errorPage(parsed.problem), 400);
  if (!sameSite(asked)) return page(errorPage('The answer came from another site.'), 403);
  const {
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge,
    code_challenge_method,
  } = parsed.request;
  const account = sandbox.world.people.get(fields.get('account') ?? '');
  const back = new URL(redirectUri);
  back.searchParams.set('state', state);
  if (fields.get('decision') !== 'allow' || !account?.brand)
    back.searchParams.set('error', 'access_denied');
  else {
    const code = codes.issue({
      accountId: account.id,
      redirectUri,
      scopes: scope,
      challenge: code_challenge,
      method: code_challenge_method,
    });
    back.searchParams.set('code', code);
  }
  return { status: 302, headers: { location: back.href } };
}

function parse(
  sandbox: Sandbox,
  fields: URLSearchParams,
): { request: ConsentRequest } | { problem: string } {
  const parsed = consentRequest.safeParse(Object.fromEntries(fields));
  if (!parsed.success)
    return {
      problem: `The app sent a wrong ${parsed.error.issues[0]?.path.join('.') ?? 'request'}.`,
    };
  if (parsed.data.client_id !== sandbox.app.clientId)
    return { problem: 'No app has this client_id.' };
  return { request: parsed.data };
}

function page(text: string, status: number, redirectUri?: string): Answer {
  // Browsers apply form-action to the redirect that follows as well.
  const formTarget = redirectUri ? ` ${new URL(redirectUri).origin}` : '';
  return html(status, text, {
    'content-security-policy': `default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'${formTarget}; base-uri 'none'; frame-ancestors 'none'`,
  });
}
