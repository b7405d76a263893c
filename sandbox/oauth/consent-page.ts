import type { Person } from '../core/entities';
import type { ConsentRequest } from './consent-rules';
import { scopeWords } from './consent-rules';

/** The page as text; the client has no part in it, so it works without scripts. */
export function consentPage(request: ConsentRequest, accounts: readonly Person[]): string {
  const hidden = Object.entries({ ...request, scope: request.scope.join(' ') })
    .map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join('');
  const choices = accounts.map((account, index) => choice(account, index === 0)).join('');
  const scopes = request.scope
    .map((scope) => `<li>${escaped(scopeWords[scope] ?? scope)}</li>`)
    .join('');
  return frame(
    'Connect an account',
    `<h1>Connect an account to Porchlight</h1>
    <p class="soft">You come back to ${escaped(new URL(request.redirect_uri).host)} afterwards.</p>
    <form method="post" action="/i/oauth2/authorize">${hidden}
      <fieldset><legend>Which account?</legend>${choices}</fieldset>
      <h2>Porchlight will be able to</h2><ul>${scopes}</ul>
      <div class="ways"><button class="chip go" name="decision" value="allow">Allow</button>
      <button class="chip" name="decision" value="deny">Cancel</button></div>
    </form>`,
  );
}

export function errorPage(problem: string): string {
  return frame('Cannot connect', `<h1>This cannot be connected</h1><p>${escaped(problem)}</p>`);
}

function choice({ id, name, username }: Person, checked: boolean): string {
  return `<label class="choice"><input type="radio" name="account" value="${id}"${checked ? ' checked' : ''}>
    <span><strong>${escaped(name)}</strong> <span class="faint">@${username}</span></span></label>`;
}

function frame(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} · Sandbox</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/assets/page.css"></head>
    <body class="consent"><main>${body}</main></body></html>`;
}

function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
