// What a criterion says, by its code, where measures and problems name one: nobody knows the codes by heart.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../client.ts';
import { useSpoken } from '../observation/language.ts';

/** Code and text in the language of the screen; the code alone for one that the standard in force does not have. */
export function useCriterionText(): (code: string) => string {
  const spoken = useSpoken();
  const choices = useQuery(api.improvement.choices.queryOptions());
  return useCallback(
    (code) => {
      const found = choices.data?.criteria.find(({ criterion }) => criterion === code);
      return found ? `${code} ${spoken(found.text)}` : code;
    },
    [choices.data, spoken],
  );
}
