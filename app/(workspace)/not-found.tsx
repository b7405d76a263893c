import { NotHere } from '@/components/shell/not-here';

/** Beside the rail, which leads elsewhere. */
export default function WorkspaceNotFound() {
  return <NotHere />;
}
