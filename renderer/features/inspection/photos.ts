// The photos of a review or patrol from the page: how they are read, added, captioned and removed. Only one that the person
// in it agreed to gets here, so consent is always given.
import type { Inspection } from '../../../shared/contract/inspection.ts';
import { api, client, queryClient } from '../../client.ts';
import type { PhotoReader } from '../observation/photo/usePhoto.ts';
import type { PhotoRoutes } from './inspectionStore.ts';

export const photoReader =
  (source: Inspection, id: string): PhotoReader =>
  (photoId) => {
    const input = { id, photoId };
    return source === 'record'
      ? {
          queryKey: api.records.photoBytes.queryOptions({ input }).queryKey,
          queryFn: () => client.records.photoBytes(input),
        }
      : {
          queryKey: api.patrol.photoBytes.queryOptions({ input }).queryKey,
          queryFn: () => client.patrol.photoBytes(input),
        };
  };

export function photoRoutes(source: Inspection, id: string): PhotoRoutes {
  const photo = photoReader(source, id);
  const routes = source === 'record' ? client.records : client.patrol;
  return {
    photo,
    addPhoto: async ({ agentId, criterion }, { caption, base64: jpeg }) => {
      const given = { id, criterion, caption, consent: true, jpeg };
      const saved = await (source === 'record'
        ? client.records.addPhoto(given)
        : client.patrol.addPhoto({ ...given, agentId }));
      // Its bytes are at hand and need not be read again.
      queryClient.setQueryData(photo(saved.photo.id).queryKey, { mime: 'image/jpeg', base64: jpeg });
      return saved;
    },
    captionPhoto: (photoId, caption) => routes.captionPhoto({ id, photoId, caption }),
    removePhoto: (photoId) => routes.removePhoto({ id, photoId }),
  };
}
