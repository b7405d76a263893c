import { clsx } from 'clsx';
import type { MediaFile } from './media';

const sizes = {
  small: 'size-11 object-cover',
  large: 'max-h-44 w-auto max-w-full object-contain',
};

/** A picture or a film of a reply, as small as a mark or as it is read. */
export function MediaThumb({
  file: { fileId, kind, name, width, height },
  size,
}: {
  file: MediaFile;
  size: keyof typeof sizes;
}) {
  const source = `/api/files/${fileId}`;
  const look = clsx('shrink-0 rounded-sm border border-line bg-sunken', sizes[size]);
  if (kind === 'video') {
    return (
      <video
        src={source}
        controls={size === 'large'}
        muted
        preload="metadata"
        aria-label={name}
        className={look}
      />
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: it is a private file of this workspace
    <img
      src={source}
      alt={size === 'large' ? name : ''}
      {...(size === 'large' && width && height ? { width, height } : { width: 44, height: 44 })}
      className={look}
    />
  );
}
