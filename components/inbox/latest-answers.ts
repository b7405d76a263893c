/**
 * Several questions about the same conversations may be under way, and be answered in any order: for
 * each conversation the answer to the one asked last counts.
 */
export class LatestAnswers {
  #asked = 0;
  readonly #answered = new Map<string, number>();

  /** The number of a question that is about to be asked. */
  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }

  /** Those conversations for which the answer to a question, which has come, is the latest. */
  standing(question: number, ids: Iterable<string>): ReadonlySet<string> {
    const left = [...ids].filter((id) => (this.#answered.get(id) ?? 0) <= question);
    for (const id of left) this.#answered.set(id, question);
    return new Set(left);
  }
}
