/** Whether approved communication is ready for common problems, in one sentence. */
export function coverageSentence(
  { intents, withReply }: { intents: number; withReply: number },
  days: number,
): string {
  if (intents === 0) return `Too little was written in the last ${days} days to call it common.`;
  if (intents === 1) {
    const was = withReply === 1 ? 'an approved reply was used' : 'no approved reply was used';
    return `For the one common problem of the last ${days} days ${was}.`;
  }
  if (withReply === 0) {
    return `For none of the ${intents} common problems of the last ${days} days an approved reply was used.`;
  }
  return `For ${withReply} of the ${intents} common problems of the last ${days} days an approved reply was used.`;
}
