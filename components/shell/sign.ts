/** The app's sign as a drawing: the lamp on its dark ground. `app/icon.svg` is the same for browsers. */
export function sign({ corner = 7, scale = 1, light = false } = {}): string {
  const off = 16 - 12 * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="#25201b"/><g transform="translate(${off} ${off}) scale(${scale})" fill="none" stroke="#f0a63c" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="M12 2v3M7 11l1.6-5h6.8L17 11M6 11h12l-1.5 8h-9zM9.5 22h5"/><path d="M12 13.5v3" stroke-width="2.6"/></g>${light ? spot : ''}</svg>`;
}

const spot = '<circle cx="25" cy="7" r="6.5" fill="#e5484d" stroke="#fff" stroke-width="1.5"/>';

export function asDataUrl(drawing: string): string {
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
