import type { AbsencePolicy, Strategy } from '@/lib/domain/routing/work';

type Words = { name: string; means: string };

export const strategyWords: Record<Strategy, Words> = {
  off: {
    name: 'People take it',
    means: 'Nobody is given any. Everybody takes what they want from the team’s view.',
  },
  balanced: {
    name: 'Balanced',
    means:
      'It goes to whoever holds the least, and of those to whoever waited longest for some. Nobody gets more than their capacity.',
  },
  round_robin: {
    name: 'In turn',
    means:
      'It goes round: to whoever was given some the longest ago. Nobody gets more than their capacity.',
  },
};

export const absenceWords: Record<AbsencePolicy, Words> = {
  keep: { name: 'Stays theirs', means: 'Until they are back, or somebody takes it over.' },
  on_message: {
    name: 'Returns when the customer writes',
    means:
      'It stays theirs until then. A customer who comes back finds the team, not an empty chair.',
  },
  after: {
    name: 'Returns after a while',
    means: 'Once its owner has been away for so many minutes of the team’s hours.',
  },
  cover: {
    name: 'Goes to their cover',
    means:
      'The colleague who is named below for each. Without one, or with one who is away too, it returns to the team.',
  },
};
