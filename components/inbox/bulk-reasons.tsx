/** Why some do not change: each reason once, with whom it concerns behind it. */
export function Reasons({
  reasons,
}: {
  reasons: readonly { id: string; name: string; why: string }[];
}) {
  const kinds = [...new Set(reasons.map(({ why }) => why))];
  return kinds.map((why) => {
    const those = reasons.filter((reason) => reason.why === why);
    return (
      <details key={why} className="text-ink-2">
        <summary className="min-h-6 cursor-pointer">
          {those.length}: {why}
        </summary>
        <ul className="quiet-scroll max-h-32 overflow-y-auto pl-4">
          {those.map(({ id, name }) => (
            <li key={id} className="truncate">
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </details>
    );
  });
}
