/** For how many seconds a workspace may keep a reply back, so that its writer can undo it; 0 for not at all. */
export const undoTimes = [0, 5, 10, 20, 30] as const;
