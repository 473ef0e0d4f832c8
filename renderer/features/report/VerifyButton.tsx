// Picks a workbook and says in plain words whether it is as it was exported, and by whom.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '../../../shared/contract/report.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useFormat } from '../../format.ts';

export function VerifyButton() {
  const { t } = useTranslation();
  const verify = useMutation(api.report.verify.mutationOptions());
  const pick = () => verify.mutate(undefined);
  const shown = verify.isError || Boolean(verify.data);
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={pick}>
        {verify.isPending ? t('report.verify.running') : t('report.verify.run')}
      </Button>
      <Modal
        open={shown}
        width={640}
        title={t('report.verify.title')}
        onCancel={verify.reset}
        footer={
          <>
            <Button onClick={pick}>{t('report.verify.again')}</Button>
            <Button type="primary" autoFocus onClick={verify.reset}>
              {t('frame.close')}
            </Button>
          </>
        }
      >
        <FailureAlert error={verify.error} />
        {verify.data && <Verdict path={verify.data.path} verdict={verify.data.verdict} />}
      </Modal>
    </>
  );
}

const TYPES = { unchanged: 'success', changed: 'warning', noRecord: 'warning' } as const;

function Verdict({ path, verdict }: { readonly path: string; readonly verdict: ReportVerdict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useQuery(api.report.history.queryOptions());
  const { state, changes, exportedAt, digest } = verdict;
  const known = digest === null ? undefined : history.data?.find((one) => one.digest === digest);
  return (
    <>
      <Alert type={TYPES[state]} showIcon role="status" title={t(`report.verify.${state}`)} />
      {state === 'noRecord' && <p>{t('report.verify.noRecordHint')}</p>}
      {changes.length > 0 && (
        <>
          <p>{t('report.verify.changedHint')}</p>
          <ul className="report-changes">
            {changes.map(({ sheet, what }) => (
              <li key={`${sheet} ${what}`}>
                <strong>{sheet}</strong> {t(`report.verify.change.${what}`)}
              </li>
            ))}
          </ul>
          <p className="report-note">{t('report.verify.resaved')}</p>
        </>
      )}
      <dl className="report-facts">
        <dt>{t('report.export.path')}</dt>
        <dd className="report-path">{path}</dd>
        {exportedAt !== null && (
          <>
            <dt>{t('report.verify.exportedAt')}</dt>
            <dd>{Number.isNaN(Date.parse(exportedAt)) ? exportedAt : format.instant(exportedAt)}</dd>
          </>
        )}
        {digest !== null && (
          <>
            <dt>{t('report.export.digest')}</dt>
            <dd className="report-digest">{digest}</dd>
            <dt>{t('report.verify.record')}</dt>
            <dd>
              {known
                ? t('report.verify.known', { user: known.userName, at: format.instant(known.at) })
                : t('report.verify.unknown')}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
