const paths = {
  inbox: 'M3 11h4l1.500 2.500h3L13 11h4M3 11l2-7h10l2 7v5H3z',
  door: 'M3 17h13M5 17V3l8 2v12M10 10v1',
  settings:
    'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4M8 12a2 2 0 1 1 0 4a2 2 0 1 1 0-4',
  reply: 'M8 5L4 9l4 4M4 9h8a4 4 0 0 1 4 4v2',
  note: 'M4 4h12v7l-5 5H4zM11 16v-5h5',
  lock: 'M5 9h10v8H5zM7 9V7a3 3 0 0 1 6 0v2',
  smile: 'M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14M7 12c1.500 2 4.500 2 6 0M7.500 8v.500M12.500 8v.500',
  pen: 'M4 16l1-4L14 3l3 3L8 15z',
  search: 'M9 4a5 5 0 1 1 0 10a5 5 0 1 1 0-10M12.800 12.800L16.500 16.500',
  sidebar: 'M3.500 4.500h13v11h-13zM8 4.500v11',
  down: 'M6 8l4 4 4-4',
  globe: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0h14M10 3c4 4 4 10 0 14c-4-4-4-10 0-14',
  at: 'M13 10a3 3 0 1 1-6 0a3 3 0 1 1 6 0v1.200a1.900 1.900 0 0 0 3.800 0V10a6.800 6.800 0 1 0-2.700 5.400',
  more: 'M5 10h.010M10 10h.010M15 10h.010',
  check: 'M4.500 10.500l3.500 3.500 7.500-8',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  clip: 'M15 9l-5.500 5.500a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900l-5.900 5.900a1 1 0 0 1-1.400-1.400l5-5',
  urgent: 'M10 4v8M10 15.500v.010',
  up: 'M10 16V5M5.500 9.500L10 5l4.500 4.500',
  low: 'M10 4v11M5.500 10.500L10 15l4.500-4.500',
  bell: 'M5 13.500h10c-1-1-1.300-2-1.300-4.500a3.700 3.700 0 0 0-7.400 0c0 2.500-.300 3.500-1.300 4.500zM8.500 16.200h3',
  offer: 'M4 4h6l7 7-6 6-7-7zM7 7v.1',
  talk: 'M3 4h10v7H7.500L4.500 13.500V11H3zM15.500 8H17v7h-1.500v2.500L12.500 15H8.500',
};

export type IconName = keyof typeof paths;

/** The few signs that stand on the first screen, drawn here so that it waits for no library of them. */
export function Icon({
  name,
  size = 19,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  );
}
