import type { Priority } from '@/lib/domain/conversation/conversation';

export const priorityNames: Record<Priority, string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};
