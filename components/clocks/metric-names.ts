import type { Metric } from '@/lib/domain/sla/policy';

export const metricNames: Record<Metric, string> = {
  first_response: 'First response',
  next_response: 'Next response',
  resolution: 'Resolution',
  ownership: 'Ownership',
};
