// The record of a request, a visit or a month's figures: content, what can be done, history with every correction.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RESPONSE_KINDS, type ResponseRecord } from '../../../shared/contract/responses.ts';
import { api } from '../../client.ts';
import { Loaded } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import { FigureData } from './FigureData.tsx';
import { FigureForm } from './FigureForm.tsx';
import { RecordBody } from './RecordBody.tsx';
import { RequestActions, RequestData } from './RequestData.tsx';
import { RequestForm } from './RequestForm.tsx';
import { VisitActions, VisitData } from './VisitData.tsx';
import { VisitForm } from './VisitForm.tsx';

function Record({ record }: { readonly record: ResponseRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (record.kind) {
    case 'request': {
      const { row } = record;
      return (
        <RecordBody
          record={record}
          about={[t(`responses.requestKind.${row.kind}`), row.client, format.instant(row.askedAt)]}
          data={<RequestData row={row} />}
          actions={<RequestActions row={row} />}
          form={(close, saved) => <RequestForm row={row} onClose={close} onSaved={saved} />}
        />
      );
    }
    case 'visit': {
      const { row } = record;
      return (
        <RecordBody
          record={record}
          about={[row.client, row.dueOn]}
          data={<VisitData row={row} />}
          actions={<VisitActions row={row} />}
          form={(close, saved) => <VisitForm row={row} onClose={close} onSaved={saved} />}
        />
      );
    }
    case 'figure': {
      const { row } = record;
      return (
        <RecordBody
          record={record}
          about={[row.month]}
          data={<FigureData row={row} />}
          form={(close, saved) => <FigureForm row={row} onClose={close} onSaved={saved} />}
        />
      );
    }
  }
}

export function RecordScreen() {
  const { kind: named, id = '' } = useParams();
  const kind = RESPONSE_KINDS.find((one) => one === named) ?? 'request';
  const record = useQuery({ ...api.responses.record.queryOptions({ input: { kind, id } }), staleTime: 0 });
  return <Loaded query={record}>{(data) => <Record key={data.row.id} record={data} />}</Loaded>;
}
