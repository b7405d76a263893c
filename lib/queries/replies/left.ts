import 'server-only';

/**
 * Whether what a use was sent with left, or is on its way: the one meaning of "sent" wherever uses are counted or listed.
 * Queued and being sent is on its way; where the network did not say what became of it, the customer may have it, and a
 * recall had better name one conversation too many. What failed, was called back or was held for a recall reached
 * nobody. Without a delivery it left before there were any. A look by key for each use, whatever is known of the tables.
 */
export function hasLeft(use: string): string {
  return `(${use}.state = 'sent' and coalesce((
    select d.state from deliveries d
    where d.workspace_id = ${use}.workspace_id and d.message_id = ${use}.message_id limit 1
  ), 'sent') not in ('failed', 'cancelled'))`;
}
