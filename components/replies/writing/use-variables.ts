'use client';

import { useQuery } from '@tanstack/react-query';
import { attributesQuery } from '../../contacts/queries';
import { variablesOf } from './begun';

/** Everything that can be filled in here, with what it is. */
export function useVariables() {
  const { data: attributes = [] } = useQuery(attributesQuery);
  return variablesOf(attributes);
}
