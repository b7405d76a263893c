import { NotHere } from '@/components/shell/not-here';

export default function SettingsNotFound() {
  return <NotHere as="div" />;
}
