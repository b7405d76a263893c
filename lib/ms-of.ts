/** An instant as SQL, in whole epoch milliseconds; of an interval, its milliseconds. */
export function msOf(column: string): string {
  return `floor(extract(epoch from ${column}) * 1000)::float8`;
}
