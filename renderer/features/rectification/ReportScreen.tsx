// 整改结案报告 (6.3): content, measures, effect and next steps on A4, printed or saved as PDF.
import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, client } from '../../client.ts';
import { BackButton } from '../../components/record/BackButton.tsx';
import { Loaded } from '../../components/states.tsx';
import { failureText } from '../../failure.ts';
import { ReportSheet } from './ReportSheet.tsx';
import '../standard/print.css';
import '../personalCopy/copy.css';

export function ReportScreen() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id = '' } = useParams();
  const [saving, setSaving] = useState(false);
  const record = useQuery({ ...api.rectification.get.queryOptions({ input: { id } }), staleTime: 0 });
  const title = t('rectification.report.title');
  const save = async () => {
    setSaving(true);
    try {
      const { path } = await client.rectification.saveReport({ id, title });
      if (path !== null) void message.success(t('rectification.report.saved', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    setSaving(false);
  };
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{title}</h1>
        <span>{t('rectification.report.hint')}</span>
        <Button className="copy-print" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
        <Button
          icon={<SaveOutlined aria-hidden />}
          loading={saving}
          disabled={!record.data}
          onClick={() => void save()}
        >
          {t('rectification.report.save')}
        </Button>
      </div>
      <Loaded query={record}>{(one) => <ReportSheet record={one} />}</Loaded>
    </div>
  );
}
