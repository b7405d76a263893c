/** How much one calendar or policy may hold. */
export const mostSpans = 8;
export const mostDates = 500;
export const mostSteps = 20;
export const mostEffects = 8;
export const mostConditions = 50;
