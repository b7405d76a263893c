import { createHash, randomBytes } from 'node:crypto';

export type CodeRequest = {
  accountId: string;
  redirectUri: string;
  scopes: string[];
  challenge: string;
  method: 'S256' | 'plain';
};

const LIFETIME_MS = 30_000;

/** Authorisation codes: good once, for thirty seconds, and only for whoever knows the verifier. */
export function codeBook(now: () => number) {
  const codes = new Map<string, CodeRequest & { expiresAtMs: number }>();
  return {
    issue(request: CodeRequest): string {
      for (const [code, { expiresAtMs }] of codes) if (expiresAtMs <= now()) codes.delete(code);
      const code = randomBytes(36).toString('base64url');
      codes.set(code, { ...request, expiresAtMs: now() + LIFETIME_MS });
      return code;
    },
    redeem(code: string, redirectUri: string, verifier: string): CodeRequest | undefined {
      const request = codes.get(code);
      codes.delete(code);
      if (!request || request.expiresAtMs <= now() || request.redirectUri !== redirectUri)
        return undefined;
      return challengeOf(verifier, request.method) === request.challenge ? request : undefined;
    },
  };
}

export type CodeBook = ReturnType<typeof codeBook>;

function challengeOf(verifier: string, method: 'S256' | 'plain'): string {
  return method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
}
