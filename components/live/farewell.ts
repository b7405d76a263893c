let isSaid = false;

/** The stream has said that nobody is signed in here any more: the page says so, and stays as it is. */
export function sayFarewell(): void {
  isSaid = true;
}

export function isFarewellSaid(): boolean {
  return isSaid;
}
