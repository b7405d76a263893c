'use client';

import { FileQuestion, FileText, ImageOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { whyNotFetched } from '@/lib/domain/files/fetched';
import type { AttachmentView } from '@/lib/queries/inbox/thread-views';
import { bytesInWords } from './bytes-in-words';
import { fitted } from './fitted';
import { Blank } from './room';

const Viewer = lazy(() => import('./viewer').then(({ Viewer: viewer }) => ({ default: viewer })));

type Kept = AttachmentView & { fileId: string };

/** What goes along with a message: pictures to look at, videos to play, papers to save. */
export function Attachments({
  attachments,
  network,
}: {
  attachments: readonly AttachmentView[];
  network: string;
}) {
  const [shown, setShown] = useState<string | null>(null);
  const pictures = attachments.filter(isKept).filter(isPicture);
  return (
    <>
      {attachments.map((attachment) => (
        <div key={attachment.externalId} className="not-first:mt-1">
          <One attachment={attachment} network={networkName(network)} onOpen={setShown} />
        </div>
      ))}
      {shown !== null ? (
        <Suspense>
          <Viewer pictures={pictures} startWith={shown} onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function One({
  attachment,
  network,
  onOpen,
}: {
  attachment: AttachmentView;
  network: string;
  onOpen: (fileId: string) => void;
}) {
  if (attachment.pending) return <Coming attachment={attachment} network={network} />;
  if (!isKept(attachment)) return <Away attachment={attachment} network={network} />;
  if (attachment.kind === 'document') return <Paper file={attachment} />;
  if (attachment.mimeType === 'video/mp4') return <Film file={attachment} />;
  return <Picture file={attachment} onOpen={onOpen} />;
}

function Picture({ file, onOpen }: { file: Kept; onOpen: (fileId: string) => void }) {
  const { width, height } = fitted(file);
  return (
    <button
      type="button"
      aria-label={`Look at ${nameOf(file)}`}
      onClick={() => onOpen(file.fileId)}
      className="block max-w-full cursor-zoom-in rounded-md bg-sunken"
    >
      {/* biome-ignore lint/performance/noImgElement: kept in the house; an optimiser would open another door to it */}
      <img
        src={`/api/files/${file.fileId}`}
        alt={file.alt ?? nameOf(file)}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="block h-auto max-w-full rounded-md object-contain"
      />
    </button>
  );
}

/** A short film without sound that a network made of a GIF plays by itself, unless motion is unwelcome. */
function Film({ file }: { file: Kept }) {
  const { width, height } = fitted(file);
  const stillness = useStillness();
  const still = stillness || file.kind !== 'gif';
  return (
    <video
      key={String(still)}
      src={`/api/files/${file.fileId}`}
      aria-label={file.alt ?? nameOf(file)}
      width={width}
      height={height}
      preload="metadata"
      playsInline
      {...(still ? { controls: true } : { autoPlay: true, loop: true, muted: true })}
      className="block h-auto max-w-full rounded-md bg-sunken"
    />
  );
}

const wish = '(prefers-reduced-motion: reduce)';

function useStillness(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wish);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(wish).matches,
    () => true,
  );
}

function Paper({ file }: { file: Kept }) {
  return (
    <a
      href={`/api/files/${file.fileId}`}
      download={nameOf(file)}
      className="flex items-center gap-2.5 rounded-md border border-line bg-panel px-2.5 py-2 text-fact hover:bg-hover"
    >
      <FileText aria-hidden size={18} className="shrink-0 text-ink-3" />
      <span className="min-w-0">
        <bdi className="block truncate font-strong">{nameOf(file)}</bdi>
        <span className="text-ink-3">
          PDF, {bytesInWords(file.size ?? 0)}. Saves to your device.
        </span>
      </span>
    </a>
  );
}

function Coming({ attachment, network }: { attachment: AttachmentView; network: string }) {
  return (
    <div role="status" className="relative">
      <Blank attachment={attachment} />
      <span className="absolute inset-0 grid place-items-center p-2 text-center text-fact text-ink-3">
        Fetching the {words[attachment.kind]} from {network}
      </span>
    </div>
  );
}

/** What is not here: it cannot be, it could not be fetched, or nobody has asked for it. */
function Away({ attachment, network }: { attachment: AttachmentView; network: string }) {
  const { kind, problem, alt } = attachment;
  if (problem) {
    return (
      <Plate icon={<ImageOff aria-hidden size={16} className="shrink-0" />}>
        The {words[kind]} could not be fetched.
        <span className="block text-ink-3">{whyNotFetched(problem, network)}</span>
      </Plate>
    );
  }
  return (
    <Plate icon={<FileQuestion aria-hidden size={16} className="shrink-0" />}>
      {words[kind].replace(/^./, (first) => first.toUpperCase())}
      {alt ? <bdi className="block truncate">“{alt}”</bdi> : null}
      <span className="block text-ink-3">It can be seen on {network}.</span>
    </Plate>
  );
}

function Plate({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 rounded-md border border-line bg-sunken px-2.5 py-2 text-fact text-ink-2">
      {icon}
      <span className="min-w-0">{children}</span>
    </p>
  );
}

const words: Record<AttachmentView['kind'], string> = {
  image: 'picture',
  gif: 'GIF',
  video: 'video',
  document: 'document',
  other: 'file',
};

function isKept(attachment: AttachmentView): attachment is Kept {
  return attachment.fileId !== null;
}

function isPicture({ kind, mimeType }: AttachmentView): boolean {
  return (kind === 'image' || kind === 'gif') && mimeType !== 'video/mp4';
}

function nameOf({ name, kind }: AttachmentView): string {
  return name ?? words[kind];
}
