import { asDataUrl, sign } from '../shell/sign';

let shown = 0;
let icon: { link: HTMLLinkElement; href: string } | undefined;

/** Puts a number before the tab's title and a light on its sign, and on the installed app's. */
export function badge(count: number) {
  shown = count;
  write();
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (link) {
    if (icon?.link !== link) icon = { link, href: link.href };
    link.href = count > 0 ? lit : icon.href;
  }
  void navigator.setAppBadge?.(count).catch(() => undefined);
}

/** Whoever changes the title need not know of the number: it comes back by itself. */
export function keepBadge(): () => void {
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    badge(0);
  };
}

function write() {
  const bare = document.title.replace(/^\(\d+\+?\) /, '');
  const wanted = shown > 0 ? `(${shown > 99 ? '99+' : shown}) ${bare}` : bare;
  if (document.title !== wanted) document.title = wanted;
}

const lit = asDataUrl(sign({ light: true }));
