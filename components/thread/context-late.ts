/** What the context shows only once it has asked for it: one load for all of it, after the first paint. */
export { AssignedBy } from '../routing/assigned-by';
export { Activity } from './activity';
export { EarlierVisits } from './earlier-visits';
