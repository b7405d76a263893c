/** The detail of a cancelled delivery whose writer called it back: its message is no part of the conversation. */
export const CALLED_BACK = 'called_back';
