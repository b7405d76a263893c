import type { SavedViewView } from '@/lib/queries/inbox/views';

/** What can be changed of a saved view. */
export type ViewChange = Partial<Pick<SavedViewView, 'name' | 'query' | 'sort' | 'shared'>>;
