// What the last observation was started with, so that the next one of the day takes a few keys: kind and place, never the client.
import type { ServiceContext } from '../../../../shared/contract/observationRecord.ts';
import { kept } from '../../../components/kept.ts';

interface Last {
  readonly context: Omit<ServiceContext, 'client'>;
  /** Places lately used, the newest first. */
  readonly places: readonly string[];
}

const MOST_PLACES = 4;
const store = kept<Last | null>('observation.last', null);

export const lastContext = (): ServiceContext => ({
  ...(store.read()?.context ?? { kind: 'sale', occasion: 'negotiation', setting: 'meetingRoom', place: '' }),
  client: '',
});

export const lastPlaces = (): readonly string[] => store.read()?.places ?? [];

export function rememberContext({ kind, occasion, setting, place }: ServiceContext): void {
  const at = place.trim();
  const places = [at, ...lastPlaces()].filter((one, index, all) => one !== '' && all.indexOf(one) === index);
  store.write({ context: { kind, occasion, setting, place: at }, places: places.slice(0, MOST_PLACES) });
}
