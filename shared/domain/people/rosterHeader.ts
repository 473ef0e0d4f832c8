// The headers of a roster: the general reader with the roster's fields and names.
import { ROSTER_FIELDS, type RosterField } from '../../contract/roster.ts';
import { headerReader } from '../sheet/header.ts';
import { HEADER_ENDINGS, HEADER_NAMES, NOT_OF_THE_AGENT } from './rosterHeaderNames.ts';

export const ROSTER_HEADERS = headerReader<RosterField>({
  fields: ROSTER_FIELDS,
  names: HEADER_NAMES,
  identifying: ['number', 'name'],
  endings: { names: HEADER_ENDINGS, except: NOT_OF_THE_AGENT },
});
export const { mapHeaders, mappedFields, findHeaderRow, headersToLearn } = ROSTER_HEADERS;
