/** A timestamp column as a screen gets it: ISO 8601 in UTC with six digits, so that texts compare like times. */
export function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What the person calls themself on the network of identity `i`; else what we know them as, looked up only then. */
export const contactName = `coalesce(i.name, (
  select p.name from contacts p where p.workspace_id = i.workspace_id and p.id = i.contact_id))`;
