/** What the context shows only once it has asked for it: one load for all of it, after the first paint. */
export { AboutContact } from '../contacts/about-contact';
export { AssignedBy } from '../routing/assigned-by';
export { RoutedBy } from '../routing/routed-by';
export { Activity } from './activity';
