/** The colours a label may have; each is a pair of tokens that reads well in both themes. */
export const labelColours = [
  'grey',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;
export type LabelColour = (typeof labelColours)[number];
