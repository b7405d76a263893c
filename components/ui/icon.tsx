'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

const paths = {
  inbox: 'M3 11h4l1.5 2.5h3L13 11h4M3 11l2-7h10l2 7v5H3z',
  door: 'M3 17h13M5 17V3l8 2v12M10 10v1',
  settings:
    'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4M8 12a2 2 0 1 1 0 4a2 2 0 1 1 0-4',
  reply: 'M8 5L4 9l4 4M4 9h8a4 4 0 0 1 4 4v2',
  note: 'M4 4h12v7l-5 5H4zM11 16v-5h5',
  lock: 'M5 9h10v8H5zM7 9V7a3 3 0 0 1 6 0v2',
  smile: 'M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14M7 12c1.5 2 4.5 2 6 0M7.5 8v.5M12.5 8v.5',
  pen: 'M4 16l1-4L14 3l3 3L8 15z',
  search: 'M9 4a5 5 0 1 1 0 10a5 5 0 1 1 0-10M12.8 12.8L16.5 16.5',
  sidebar: 'M3.5 4.5h13v11h-13zM8 4.5v11',
  down: 'M6 8l4 4 4-4',
  globe: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0h14M10 3c4 4 4 10 0 14c-4-4-4-10 0-14',
  at: 'M13 10a3 3 0 1 0-6 0a3 3 0 1 0 6 0v1a2 2 0 0 0 4 0v-1a7 7 0 1 0-3 6',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  clip: 'M15 9l-5.5 5.5a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-5.9 5.9a1 1 0 0 1-1.4-1.4l5-5',
  urgent: 'M10 4v8M10 15.5v.01',
  up: 'M10 16V5M5.5 9.5L10 5l4.5 4.5',
  low: 'M10 4v11M5.5 10.5L10 15l4.5-4.5',
  bell: 'M5 13.5h10c-1-1-1.3-2-1.3-4.5a3.7 3.7 0 0 0-7.4 0c0 2.5-.3 3.5-1.3 4.5zM8.5 16.2h3',
  offer: 'M4 4h6l7 7-6 6-7-7zM7 7v.1',
  report: 'M3 17h14M6 13v-3m4 3V4m4 9V8',
  board: 'M4 4v12M10 4v7M16 4v9',
  replies: 'M4 3.5h12v10H9l-3.5 3v-3H4zM7.5 8.5l1.8 1.8 3.4-3.6',
  talk: 'M3 4h10v7H7.5L4.5 13.5V11H3zM15.5 8H17v7h-1.5v2.5L12.5 15H8.5',
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
