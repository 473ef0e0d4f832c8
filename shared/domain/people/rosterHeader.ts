// The headers of a roster: the general reader with the roster's fields and names.
import { ROSTER_FIELDS, type RosterField } from '../../contract/roster.ts';
import { headerReader } from '../sheet/header.ts';
import { HEADER_NAMES } from './rosterHeaderNames.ts';

export const ROSTER_HEADERS = headerReader<RosterField>({
  fields: ROSTER_FIELDS,
  names: HEADER_NAMES,
  identifying: ['number', 'name'],
});
export const { mapHeaders, mappedFields, findHeaderRow, headersToLearn } = ROSTER_HEADERS;
