/** The height of every row, in pixels: the list reckons with it. */
export const rowHeight = 68;
