import type { Attachment, Unreadable } from './conversation';

const MOST_CHARACTERS = 140;

const attachmentNames = {
  image: 'Photo',
  gif: 'GIF',
  video: 'Video',
  document: 'Document',
  other: 'Attachment',
} as const satisfies Record<Attachment['kind'], string>;

const unreadableNames = {
  encrypted: 'Encrypted message',
  deleted: 'Deleted post',
} as const satisfies Record<Unreadable, string>;

type Previewed = {
  body: string;
  unreadable?: Unreadable | null;
  attachments?: readonly Pick<Attachment, 'kind'>[];
};

/** What a list shows instead of a message: its first line, cut short, or the name of what it holds. */
export function previewOf({ body, unreadable, attachments = [] }: Previewed): string {
  if (unreadable) return unreadableNames[unreadable];
  const line = body.split(/\r?\n/).find((candidate) => candidate.trim() !== '');
  if (line !== undefined) return cut(line.trim());
  const [first] = attachments;
  return first === undefined ? '' : attachmentNames[first.kind];
}

function cut(line: string): string {
  const characters = [...line];
  if (characters.length <= MOST_CHARACTERS) return line;
  return `${characters
    .slice(0, MOST_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}
