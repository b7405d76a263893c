import type { AttributeType } from '@/lib/domain/contact/contact';

export const typeNames: Record<AttributeType, string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Day',
  choice: 'Choice',
};
