'use client';

import { diffArrays } from 'diff';

/** What was taken out and put in between two texts, word by word; told apart without colour too. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap text-message [overflow-wrap:anywhere]">
      {piecesOf(before, after).map(({ Tag, className, text, key }) => (
        <Tag key={key} className={className}>
          {text}
        </Tag>
      ))}
    </p>
  );
}

const looks = {
  ins: 'rounded-sm bg-met-wash decoration-2 underline-offset-2',
  del: 'rounded-sm bg-breach-wash text-breach',
  span: '',
};

function piecesOf(before: string, after: string) {
  return diffArrays(tokensOf(before), tokensOf(after)).map(({ value, added, removed }, key) => {
    const changed = added ? 'ins' : 'del';
    const Tag = added || removed ? changed : 'span';
    return { Tag, className: looks[Tag], text: value.join(''), key } as const;
  });
}

/** Words with what sticks to them, the gaps between them, and the signs behind them: "17:30" is one. */
function tokensOf(text: string): string[] {
  return text.split(/(\s+|[,.;!?…。、！？]+(?=\s|$))/u).filter((token) => token !== '');
}
