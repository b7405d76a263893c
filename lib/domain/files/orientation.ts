import { says, u16, u16le, u32, u32le } from './bytes';

const ORIENTATION = 0x0112;
const MOST_ENTRIES = 200;

/** Whether a camera's note says that the picture lies on its side. */
export function isTurned(tiff: Uint8Array): boolean {
  const little = says(tiff, 0, 'II');
  if (!(little || says(tiff, 0, 'MM'))) return false;
  const [short, long] = little ? [u16le, u32le] : [u16, u32];
  const directory = long(tiff, 4);
  const entries = Math.min(short(tiff, directory), MOST_ENTRIES);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (short(tiff, entry) === ORIENTATION) {
      const turn = short(tiff, entry + 8);
      return turn >= 5 && turn <= 8;
    }
  }
  return false;
}
