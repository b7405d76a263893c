const paths = {
  inbox: 'M3 11h4l1.500 2.500h3L13 11h4M3 11l2-7h10l2 7v5H3z',
  settings:
    'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4M8 12a2 2 0 1 1 0 4a2 2 0 1 1 0-4',
  reply: 'M8 5L4 9l4 4M4 9h8a4 4 0 0 1 4 4v2',
  note: 'M4 4h12v7l-5 5H4zM11 16v-5h5',
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
