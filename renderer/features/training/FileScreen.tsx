// An agent's complete training file on A4, printed or saved as PDF.
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
import { FileSheet } from './FileSheet.tsx';
import '../standard/print.css';
import '../personalCopy/copy.css';

export function FileScreen() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: agentId = '' } = useParams();
  const [saving, setSaving] = useState(false);
  const file = useQuery({ ...api.training.file.queryOptions({ input: { agentId } }), staleTime: 0 });
  const save = async () => {
    setSaving(true);
    try {
      const { path } = await client.training.saveFile({ agentId, title: t('training.file.title') });
      if (path !== null) void message.success(t('training.file.saved', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    setSaving(false);
  };
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{t('training.file.title')}</h1>
        <span>{t('training.file.hint')}</span>
        <Button className="copy-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
        <Button
          className="copy-save"
          icon={<SaveOutlined />}
          loading={saving}
          disabled={!file.data}
          onClick={() => void save()}
        >
          {t('training.file.save')}
        </Button>
      </div>
      <Loaded query={file}>{(data) => <FileSheet file={data} />}</Loaded>
    </div>
  );
}
