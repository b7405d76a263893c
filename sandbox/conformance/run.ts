import type { Case } from './calls';
import { cases } from './calls';
import type { Complaints, Endpoint } from './document';
import { openDocument } from './document';
import type { Fixture, Request, Scheme } from './fixture';
import { startFixture } from './fixture';

const allSchemes: Scheme[] = ['OAuth2UserToken', 'UserToken', 'BearerToken'];

export type Report = { checked: number; failures: string[] };

/** Asks a fresh sandbox for everything in the document, with every kind of authentication, and compares. */
export async function conformance(file: string): Promise<Report> {
  const document = openDocument(file);
  const fixture = await startFixture();
  const report: Report = { checked: 0, failures: [] };
  await inTurn(document.endpoints, async (endpoint) => {
    const known = cases[endpoint.name];
    if (!known) return void report.failures.push(`${endpoint.name}: nobody asks for it`);
    await inTurn(await questions(fixture, endpoint, known), async ({ request, scheme, wanted }) => {
      const answer = await fixture.ask(request, scheme);
      const complaints = await document.complaintsAbout(endpoint, answer, wanted);
      note(report, `${request.method} ${request.path} by ${scheme}`, complaints);
    });
  });
  await fixture.close();
  return report;
}

type Question = { request: Request; scheme: Scheme; wanted: 'success' | 'refusal' };

async function questions(fixture: Fixture, endpoint: Endpoint, known: Case): Promise<Question[]> {
  const wanted = known.refused ? 'refusal' : 'success';
  const all: Question[] = [];
  await inTurn(endpoint.schemes, async (scheme) => {
    for (const request of await known.good(fixture, scheme)) all.push({ request, scheme, wanted });
    for (const request of known.bad?.(fixture) ?? [])
      all.push({ request, scheme, wanted: 'refusal' });
  });
  const [request] = await known.good(fixture, endpoint.schemes[0] ?? 'OAuth2UserToken');
  const strangers = allSchemes.filter((each) => !endpoint.schemes.includes(each));
  if (request)
    all.push(...strangers.map((scheme): Question => ({ request, scheme, wanted: 'refusal' })));
  return all;
}

/** One after the other: what is asked may depend on what was asked before. */
async function inTurn<T>(list: readonly T[], step: (item: T) => Promise<void>): Promise<void> {
  await list.reduce((before, item) => before.then(() => step(item)), Promise.resolve());
}

function note(report: Report, what: string, complaints: Complaints) {
  report.checked += 1;
  if (complaints.length > 0) report.failures.push(`${what}: ${complaints.join('; ')}`);
}
