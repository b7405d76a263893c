import type { FileKind } from '@/lib/domain/files/file';
import type { AttachmentView } from '@/lib/queries/inbox/thread-views';

/** A file as the server keeps it for a message that is being written. */
export type Uploaded = {
  id: string;
  name: string;
  kind: FileKind;
  mimeType: string;
  size: number;
  width: number | null;
  height: number | null;
};

/** A file in the composer: on its way here, here, or refused with its reason. */
export type Held = {
  key: string;
  name: string;
  size: number;
  /** How much of it has left, 0 to 1. */
  progress: number;
  file: Uploaded | null;
  problem: string | null;
  /** Whether trying again may help. */
  again: boolean;
  /** Set while a message that takes it along is on its way to the server. */
  clientKey: string | null;
};

/** What stands in the composer, without what a message has taken along. */
export function inComposer(held: readonly Held[]): readonly Held[] {
  return held.every(({ clientKey }) => clientKey === null)
    ? held
    : held.filter(({ clientKey }) => clientKey === null);
}

/** Files still on their way: what is sent now would leave them behind. */
export function isUnderway({ file, problem }: Held): boolean {
  return file === null && problem === null;
}

/** A message takes along what is here; what was refused has been read by now and goes away. */
export function taken(held: readonly Held[], clientKey: string): Held[] {
  return held.flatMap((one) => {
    if (one.clientKey !== null) return [one];
    return one.file ? [{ ...one, clientKey }] : [];
  });
}

/** The server has the message: its files are with it. Or it has not: they come back. */
export function settled(held: readonly Held[], clientKey: string, arrived: boolean): Held[] {
  return held.flatMap((one) => {
    if (one.clientKey !== clientKey) return [one];
    return arrived ? [] : [{ ...one, clientKey: null }];
  });
}

/** What goes along with the message of this key, as the thread draws it until the server tells. */
export function alongWith(held: readonly Held[], clientKey: string): AttachmentView[] {
  return held.flatMap(({ file, clientKey: key }) => {
    if (!file || key !== clientKey) return [];
    const { id, width, height, ...shown } = file;
    return [
      {
        ...shown,
        externalId: id,
        fileId: id,
        ...(width !== null && { width }),
        ...(height !== null && { height }),
      },
    ];
  });
}

/** What a page that begins finds: what was on its way when the last one went is gone. */
export function heldAfterReload(stored: string | null): Held[] {
  try {
    const files: unknown = stored === null ? [] : JSON.parse(stored);
    return Array.isArray(files) ? files.filter(isUploaded).map(asHeld) : [];
  } catch {
    return [];
  }
}

/** What is kept on this device: the files that the server has. */
export function toStore(held: readonly Held[]): string | null {
  const files = held.flatMap(({ file }) => file ?? []);
  return files.length > 0 ? JSON.stringify(files) : null;
}

/** A file that the server has, as it stands in the composer. */
export function asHeld(file: Uploaded): Held {
  const { id: key, name, size } = file;
  return { key, name, size, progress: 1, file, problem: null, again: false, clientKey: null };
}

function isUploaded(value: Partial<Uploaded> | null): value is Uploaded {
  return (
    typeof value?.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.size === 'number' &&
    typeof value.kind === 'string' &&
    typeof value.mimeType === 'string'
  );
}
