// 本人查阅件: an agent's grade rebuilt on A4 with its arithmetic, lines to sign, and how to appeal; printed or saved as PDF.
import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { api, client } from '../../client.ts';
import { BackButton } from '../../components/record/BackButton.tsx';
import { Loaded } from '../../components/states.tsx';
import { failureText } from '../../failure.ts';
import { CopySheet } from './CopySheet.tsx';
import '../standard/print.css';
import './copy.css';

export function CopyScreen() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: agentId = '' } = useParams();
  const [search] = useSearchParams();
  const [saving, setSaving] = useState(false);
  const of = {
    agentId,
    kind: PeriodKind.catch('quarter').parse(search.get('kind')),
    start: search.get('start'),
    resultId: search.get('result'),
  };
  const copy = useQuery({ ...api.personalCopy.get.queryOptions({ input: of }), staleTime: 0 });
  const save = async () => {
    setSaving(true);
    try {
      const { path } = await client.personalCopy.save({ ...of, title: t('appeal.copy.title') });
      if (path !== null) void message.success(t('appeal.copy.saved', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    setSaving(false);
  };
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{t('appeal.copy.title')}</h1>
        <span>{t('appeal.copy.hint')}</span>
        <Button className="copy-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
        <Button
          className="copy-save"
          icon={<SaveOutlined />}
          loading={saving}
          disabled={!copy.data}
          onClick={() => void save()}
        >
          {t('appeal.copy.save')}
        </Button>
      </div>
      <Loaded query={copy}>{(one) => <CopySheet copy={one} />}</Loaded>
    </div>
  );
}
