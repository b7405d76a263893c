import { importReplies } from '@/lib/commands/approved-reply/import';
import { write } from '@/lib/route';

// Twice what a file may have: as JSON, its line breaks and quotation marks are two characters each.
const mostBytes = 10 * 1024 * 1024;

export const POST = write(importReplies, mostBytes);
