// The bytes of a stored photo as an address for an image; they never change, so they are read once.
import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../../client.ts';

export interface StoredPhoto {
  readonly mime: 'image/jpeg';
  readonly base64: string;
}

/** How a record's photos are read, by the photo's id, and under which key what was read is kept. */
export type PhotoReader = (photoId: string) => {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<StoredPhoto>;
};

export const observationPhotos =
  (id: string): PhotoReader =>
  (evidenceId) => ({
    queryKey: api.observation.evidenceBytes.queryOptions({ input: { id, evidenceId } }).queryKey,
    queryFn: () => client.observation.evidenceBytes({ id, evidenceId }),
  });

export function usePhoto(
  read: PhotoReader,
  photoId: string,
): { readonly src: string | undefined; readonly error: boolean } {
  const { data, isError } = useQuery({ ...read(photoId), staleTime: Infinity });
  return { src: data && `data:${data.mime};base64,${data.base64}`, error: isError };
}
