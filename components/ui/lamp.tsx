'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

/** The porch light. */
export function Lamp({ size = 24 }: { size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="text-amber"
    >
      <path d="M12 2v3M7 11l1.6-5h6.8L17 11M6 11h12l-1.5 8h-9zM9.5 22h5" />
      <path d="M12 13.5v3" strokeWidth="2.400" />
    </svg>
  );
}
