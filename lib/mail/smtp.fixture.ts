import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A key and a certificate that only tests know; nobody vouches for them, unless a process is told to. */
const testKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUlfz9LFGJgWz1ma8
j3m4cBxm1NmJoUFB8i90OImH95KhRANCAASJ4+41G25kDORa+6PtsWabINlPsEYC
oOfa7J7hl9PBEajOb0gPZrGZW3GDyJ5/+b6O+kf8hd4HqLPEcvG14+Wd
-----END PRIVATE KEY-----`;
export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUCgAwIBAgITUfaVv5/VXVA3BDxquMji8GQL6jAKBggqhkjOPQQDAjAU
MRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMjYxMTI5MDUyNzAwWhgPMjEyNjExMDUw
NTI3MDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABInj7jUbbmQM5Fr7o+2xZpsg2U+wRgKg59rsnuGX08ERqM5vSA9msZlb
cYPInn/5vo76R/yF3geos8Ry8bXj5Z2jbzBtMB0GA1UdDgQWBBSRX0OT0v63tuUP
4Npma2fG6BJe0DAfBgNVHSMEGDAWgBSRX0OT0v63tuUP4Npma2fG6BJe0DAPBgNV
HRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAKBggqhkjO
PQQDAgNIADBFAiAQdN2H4k+ZjsJ6CQK78wdjl2jLokd0dpCbmbz5zfHr8gIhAJVe
hmfVFO5tLBVUrQzJw1Y9E74u2Icv8JYHxqmgeKeW
-----END CERTIFICATE-----`;

/** A mail as it arrived. */
type Arrived = { to: string[]; raw: string; messageId: string; subject: string };

type Options = {
  user?: { name: string; password: string };
  /** From the first byte, offered, or not known. */
  tls?: 'at_once' | 'offered' | 'none';
  port?: number;
  /** What it says to an address; undefined takes it. */
  refuse?: (address: string) => number | undefined;
  /** Runs when a mail has arrived in full, before the server says so. */
  onArrived?: (mail: Arrived) => void;
};

/** A real mail server on the loopback. */
export async function aMailServer(options: Options = {}) {
  const arrived: Arrived[] = [];
  const said: string[] = [];
  const server = new SMTPServer({
    key: testKey,
    cert: testCertificate,
    secure: options.tls === 'at_once',
    hideSTARTTLS: options.tls === 'none',
    authOptional: !options.user,
    disabledCommands: options.user ? [] : ['AUTH'],
    onAuth({ username, password }, _, done) {
      const { user } = options;
      if (username === user?.name && password === user?.password) done(null, { user: username });
      else done(new Error('No such user.'));
    },
    onMailFrom({ address }, _, done) {
      said.push(address);
      done();
    },
    onRcptTo({ address }, _, done) {
      const code = options.refuse?.(address);
      done(code ? Object.assign(new Error('Not here.'), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          messageId: header(raw, 'Message-ID'),
          subject: header(raw, 'Subject'),
        };
        arrived.push(mail);
        options.onArrived?.(mail);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    arrived,
    /** Whom it was told that mails are from, so what was said at all. */
    said,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

export type MailServer = Awaited<ReturnType<typeof aMailServer>>;

function header(raw: string, name: string): string {
  const found = new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1] ?? '';
  return decoded(found.replace(/\r?\n[ \t]/g, ' '));
}

/** Words with other letters than ASCII stand encoded in a header, in pieces. */
function decoded(words: string): string {
  return words
    .replace(/\?= =\?UTF-8\?Q\?/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, coded: string) =>
      decodeURIComponent(coded.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')),
    );
}
