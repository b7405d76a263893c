/** How another system names a contact. */
export type NamedContact =
  | { by: 'id'; contactId: string }
  | { by: 'externalId'; network: string; externalId: string }
  | { by: 'handle'; network: string; handle: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads `x:12345`, `x:@ana` or a contact's id. Null for anything else. */
export function readIdentity(text: string): NamedContact | null {
  if (UUID.test(text)) return { by: 'id', contactId: text.toLowerCase() };
  const [, network, name = ''] = /^([a-z]{1,20}):(@?[\p{L}\p{N}_.:-]{1,200})$/u.exec(text) ?? [];
  if (network === undefined) return null;
  if (!name.startsWith('@')) return { by: 'externalId', network, externalId: name };
  return { by: 'handle', network, handle: name.slice(1).toLowerCase() };
}
