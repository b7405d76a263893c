/** Moves the focus from a list of cards by an arrow key. False when the key means nothing here. */
export function stepFrom(list: Element, key: string): boolean {
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[key];
  return aside === undefined ? stepWithin(list, key) : stepAside(list, aside);
}

/** Focuses the card that stands next to the one of this id, before that goes elsewhere. Answers how to. */
export function neighbourOf(id: string): string | null {
  const card = document.querySelector(`[data-card="${CSS.escape(id)}"]`);
  const list = card?.closest('[data-card-list]');
  const cards = list ? cardsOf(list) : [];
  const at = cards.findIndex((one) => one.closest('[data-card]') === card);
  const next = cards[at + 1] ?? cards[at - 1];
  return next?.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
}

export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)?.focus();
}

/** The id of the card that has the focus. */
export function focusedCard(): string | null {
  const card = document.activeElement?.closest<HTMLElement>('[data-card]');
  return card?.dataset['card'] ?? null;
}

function stepWithin(list: Element, key: string): boolean {
  const cards = cardsOf(list);
  const at = cards.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[key];
  if (to === undefined || at < 0) return false;
  cards[Math.min(Math.max(0, to), cards.length - 1)]?.focus();
  return true;
}

function stepAside(list: Element, by: number): boolean {
  const lists = [...document.querySelectorAll('[data-card-list]')].filter(
    (each) => cardsOf(each).length > 0,
  );
  const next = lists[lists.indexOf(list) + by];
  if (!next) return false;
  (cardsOf(next).find(({ tabIndex }) => tabIndex === 0) ?? cardsOf(next)[0])?.focus();
  return true;
}

function cardsOf(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-card] > a')];
}
