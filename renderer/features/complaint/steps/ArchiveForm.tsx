// 归档: everybody was told of the review; the case gets its number in the order of time.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../../shared/contract/complaintRecord.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { NoticeLines } from '../NoticeLines.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';

export function ArchiveForm({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  return (
    <>
      <NoticeLines record={record} kind="review" />
      <div className="case-step">
        <FailureAlert error={act.error} />
        <p className="case-dialog-text">{t('complaintCase.archive.text')}</p>
        <Button
          type="primary"
          loading={act.pending}
          onClick={() => void act.run((seen) => client.complaint.archive(seen))}
        >
          {t('complaintCase.archive.done')}
        </Button>
      </div>
    </>
  );
}
