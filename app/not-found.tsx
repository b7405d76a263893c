import { NotHere } from '@/components/shell/not-here';

export default function NotFound() {
  return (
    <div className="h-dvh">
      <NotHere />
    </div>
  );
}
