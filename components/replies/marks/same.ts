/** Keeps what is drawn behind a field as large as the field is inside, and scrolled as far. */
export function keepAlike(field: HTMLElement, mirror: HTMLElement): () => void {
  function alike() {
    mirror.style.width = `${field.clientWidth}px`;
    mirror.style.height = `${field.clientHeight}px`;
    scrollAlike(field, mirror);
  }
  function follow() {
    scrollAlike(field, mirror);
  }
  alike();
  const sizes = new ResizeObserver(alike);
  sizes.observe(field);
  field.addEventListener('scroll', follow);
  return () => {
    sizes.disconnect();
    field.removeEventListener('scroll', follow);
  };
}

export function scrollAlike(field: HTMLElement, mirror: HTMLElement) {
  mirror.scrollTop = field.scrollTop;
}
