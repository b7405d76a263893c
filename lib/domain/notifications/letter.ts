import type { Piece, Reader, Told } from './words';
import { pathOf, sentenceOf } from './words';

/** What an e-mail tells of: a notification, and the first line of what it is about. */
export type LetterLine = Told & { excerpt: string | null };

export type Letter = { subject: string; text: string; html: string };

export type Setting = {
  reader: Reader;
  workspaceName: string;
  appUrl: string;
  /** Whether it shows what a customer wrote. The subject never does. */
  showText: boolean;
};

const MOST_SHOWN = 20;
const LONGEST_SUBJECT = 120;

/** The letter about what is unread, the newest first. */
export function letterOf(lines: readonly LetterLine[], setting: Setting): Letter {
  const shown = lines.slice(0, MOST_SHOWN).map((line) => entryOf(line, setting));
  const more = lines.length - shown.length;
  const [only] = shown;
  const subject = lines.length === 1 && only ? only.sentence : `${lines.length} notifications`;
  const foot = footOf(setting);
  return {
    subject: `${cut(subject)} · ${cleaned(setting.workspaceName)}`,
    text: [
      ...shown.map(({ sentence, excerpt, url }) =>
        [sentence, ...(excerpt ? [`“${excerpt}”`] : []), url].join('\n'),
      ),
      ...(more > 0 ? [`And ${more} more: ${setting.appUrl}/inbox/mine`] : []),
      `--\n${foot.why}\n${foot.change}: ${foot.url}\n`,
    ].join('\n\n'),
    html: page(
      [
        ...shown.map(htmlOf),
        ...(more > 0 ? [`<p>${link(`${setting.appUrl}/inbox/mine`, `And ${more} more`)}</p>`] : []),
      ],
      `${escaped(foot.why)}<br>${link(foot.url, foot.change)}`,
    ),
  };
}

type Entry = { pieces: Piece[]; sentence: string; excerpt: string | null; url: string };

function entryOf(line: LetterLine, { reader, appUrl, showText }: Setting): Entry {
  const pieces = sentenceOf(line, reader).map((piece) =>
    typeof piece === 'string' ? piece : { name: cleaned(piece.name) },
  );
  return {
    pieces,
    sentence: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join(''),
    excerpt: showText && line.excerpt ? cleaned(line.excerpt) : null,
    url: `${appUrl}${pathOf(line)}`,
  };
}

function footOf({ workspaceName, appUrl, reader }: Setting) {
  const zone = reader.zone.replaceAll('_', ' ');
  return {
    why: `You chose to hear of this by e-mail in ${cleaned(workspaceName)}. Times are by the clock of ${zone}.`,
    change: 'Change how you are told',
    url: `${appUrl}/settings/notifications`,
  };
}

function htmlOf({ pieces, excerpt, url }: Entry): string {
  const sentence = pieces
    .map((piece) => (typeof piece === 'string' ? escaped(piece) : isolated(piece.name)))
    .join('');
  const said = excerpt ? `<br><span style="color:#6b665e">${isolated(excerpt)}</span>` : '';
  return `<p style="margin:0 0 14px">${link(url, sentence, true)}${said}</p>`;
}

function page(entries: readonly string[], foot: string): string {
  return `<!doctype html><html lang="en"><body style="margin:0;padding:20px;font:15px/22px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"><div style="max-width:560px">
${entries.join('\n')}
<p style="margin:20px 0 0;padding-top:12px;border-top:1px solid #d8d4cc;font-size:12px;line-height:18px;color:#6b665e">${foot}</p>
</div></body></html>
`;
}

function link(url: string, content: string, isHtml = false): string {
  return `<a href="${escaped(url)}">${isHtml ? content : escaped(content)}</a>`;
}

const isolated = (words: string) => `<bdi>${escaped(words)}</bdi>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (one) => entities[one] ?? '');
}

/** What people call themselves may hold breaks of lines, and marks that turn the words after it around. */
function cleaned(words: string): string {
  return words
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function cut(words: string): string {
  const letters = [...words];
  return letters.length <= LONGEST_SUBJECT
    ? words
    : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
