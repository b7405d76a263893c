/** "34 of 500". */
export function ruleCount(matched: number, asked: number): string {
  return `${matched.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')}`;
}
