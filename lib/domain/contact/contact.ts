/** What somebody is to the brand. */
export const contactKinds = ['customer', 'journalist', 'partner', 'creator', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** What a workspace's own attribute may hold. Dates are ISO calendar days. */
export const attributeTypes = ['text', 'number', 'boolean', 'date', 'choice'] as const;
export type AttributeType = (typeof attributeTypes)[number];

export type AttributeValue = string | number | boolean;
/** By the attribute's key; what is not known is left out. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;
