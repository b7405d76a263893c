import type { ReplyMedia } from '@/lib/domain/replies/reply';

/** A file of a reply as the screens know it; what its bytes come to is the server's to know. */
export type MediaFile = Omit<ReplyMedia, 'sha256'>;
