/** What every workspace can fill in; its own attributes come as `attribute.` and their key. */
export const variableNames = [
  'contact.first_name',
  'contact.handle',
  'member.first_name',
  'channel.handle',
  'conversation.reference',
] as const;

export type VariableValues = Readonly<Record<string, string>>;

const attributePrefix = 'attribute.';

export function attributeVariable(key: string): string {
  return `${attributePrefix}${key}`;
}

/** Every name that can be filled in where these attributes are. */
export function knownVariables(attributeKeys: readonly string[]): string[] {
  return [...variableNames, ...attributeKeys.map(attributeVariable)];
}

type Sides = {
  contactName: string | null;
  contactHandle: string | null;
  memberName: string;
  channelHandle: string;
  conversationId: string;
  attributes: Readonly<Record<string, string | number | boolean>>;
};

/** What the variables say in one conversation; a name without a value is left out. */
export function valuesOf(sides: Sides): VariableValues {
  const values: Record<string, string | null> = {
    'contact.first_name': firstNameOf(sides.contactName),
    'contact.handle': sides.contactHandle && `@${sides.contactHandle}`,
    'member.first_name': firstNameOf(sides.memberName),
    'channel.handle': `@${sides.channelHandle}`,
    'conversation.reference': referenceOf(sides.conversationId),
  };
  for (const [key, value] of Object.entries(sides.attributes)) {
    values[attributeVariable(key)] = typeof value === 'boolean' ? yesOrNo(value) : String(value);
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const clean = harmless(value ?? '');
      return clean === '' ? [] : [[name, clean]];
    }),
  );
}

/** What a customer can name to be found again: the end of the conversation's id, eight letters and figures. */
function referenceOf(conversationId: string): string {
  return conversationId.replaceAll('-', '').slice(-8).toUpperCase();
}

/** The first word of a name; a title in front of it is none. */
function firstNameOf(name: string | null): string {
  const [first = '', second] = (name ?? '').trim().split(/\s+/);
  return /^(?:mr|mrs|ms|mx|dr|prof)\.?$/i.test(first) ? (second ?? '') : first;
}

/** One line without braces: nobody's name becomes a placeholder. */
function harmless(value: string): string {
  return value
    .replaceAll(/[{}[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
