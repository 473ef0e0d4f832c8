// The bytes of a stored photo as an address for an image; they never change, so they are read once.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../client.ts';

export function usePhoto(
  id: string,
  evidenceId: string,
): { readonly src: string | undefined; readonly error: boolean } {
  const { data, isError } = useQuery({
    ...api.observation.evidenceBytes.queryOptions({ input: { id, evidenceId } }),
    staleTime: Infinity,
  });
  return { src: data && `data:${data.mime};base64,${data.base64}`, error: isError };
}
