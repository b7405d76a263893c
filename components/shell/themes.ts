/** How a person wants Porchlight to look. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
