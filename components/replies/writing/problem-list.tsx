import type { TemplateProblem } from '@/lib/domain/replies/template';

/** What keeps the words from being submitted, each with the way to its place. */
export function ProblemList({
  id,
  problems,
  onChoose,
}: {
  id: string;
  problems: readonly TemplateProblem[];
  onChoose: (problem: TemplateProblem) => void;
}) {
  return (
    <div id={id} role="status" className="min-h-6 pt-1">
      {problems.length > 0 ? (
        <ul aria-label="What is to be put right" className="grid gap-0.5">
          {problems.map((problem) => (
            <li key={`${problem.from} ${problem.message}`}>
              <button
                type="button"
                onClick={() => onChoose(problem)}
                className="min-h-6 rounded-sm text-left text-amber-ink text-fact underline decoration-dotted underline-offset-2 hover:decoration-solid"
              >
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
