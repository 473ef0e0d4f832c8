// One finding with the fields of 8.2, where it came from and what became of it; one click starts its rectification.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { SEVERITIES, type FindingRecord, type LedgerSource, type Severity } from '../../../shared/contract/findings.ts';
import type { RecordKind } from '../../../shared/contract/assessment.ts';
import { PROTECTION_ELEMENTS, type ProtectionElement } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useFormat } from '../../format.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { actionWords } from '../audit/auditWords.ts';
import { useSpoken } from '../observation/language.ts';
import { JoinDialog } from '../rectification/JoinDialog.tsx';
import { TrainingOfSource } from '../training/TrainingOfSource.tsx';
import { PhotosDialog } from './PhotosDialog.tsx';
import { SEVERITY_TONES, STATUS_TONES } from './tones.ts';
import { useWork } from './useWork.ts';

const RECORDS: Readonly<Record<Exclude<LedgerSource, 'manual'>, RecordKind>> = {
  observation: 'session',
  record: 'review',
  patrol: 'patrol',
  survey: 'survey',
  complaint: 'complaint',
};

const sourceAddress = ({ source, sourceId }: FindingRecord): string | undefined =>
  source === 'manual' || sourceId === null ? undefined : recordAddress({ kind: RECORDS[source], id: sourceId });

export function FindingScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.findings.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Finding key={one.id} record={one} />}</Loaded>;
}

function Data({ record }: { readonly record: FindingRecord }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const format = useFormat();
  const spoken = useSpoken();
  const none = t('words.none');
  const rule = record.classified ? '' : `（${t('findings.one.byRule')}）`;
  const { criterion, criterionText } = record;
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={2}
        items={[
          { key: 'at', label: t('findings.field.at'), children: format.instant(record.at) },
          { key: 'place', label: t('findings.field.place'), children: record.place || none },
          {
            ...{ key: 'serviceContent', label: t('findings.field.serviceContent'), span: 2 },
            children: record.serviceContent || none,
          },
          { key: 'description', label: t('findings.field.description'), children: record.description, span: 2 },
          { key: 'scope', label: t('findings.field.scopeOfImpact'), children: record.scopeOfImpact || none, span: 2 },
          {
            ...{ key: 'class', label: t('findings.field.class') },
            children: record.class === null ? none : t(`words.problemClass.${record.class}`),
          },
          {
            ...{ key: 'severity', label: t('findings.field.severity') },
            children: (
              <>
                <StateTag tone={SEVERITY_TONES[record.severity]}>{t(`findings.severity.${record.severity}`)}</StateTag>
                {rule}
              </>
            ),
          },
          {
            ...{ key: 'criterion', label: t('findings.field.criterion') },
            children: criterion === null ? none : `${criterion} ${criterionText === null ? '' : spoken(criterionText)}`,
          },
          { key: 'clause', label: t('findings.field.clause'), children: record.clause ?? none },
          {
            ...{ key: 'element', label: t('findings.field.element') },
            children: `${t(`words.protection.${record.element}`)}${rule}`,
          },
          { key: 'foundBy', label: t('findings.field.foundBy'), children: record.foundBy },
          {
            ...{ key: 'photos', label: t('findings.field.photos') },
            children:
              record.photos === 0 ? (
                none
              ) : (
                <Button size="small" onClick={() => setShown(true)}>
                  {t('findings.photos.show', { count: record.photos })}
                </Button>
              ),
          },
          {
            ...{ key: 'training', label: t('training.tabs.plans'), span: 2 },
            children: (
              <TrainingOfSource
                reason="finding"
                sourceId={record.id}
                agentIds={[record.agentId]}
                criteria={criterion === null ? [] : [criterion]}
              />
            ),
          },
          ...(record.noNeedReason === null
            ? []
            : [
                {
                  ...{ key: 'noNeed', label: t('findings.one.noNeed'), span: 2 },
                  children: t('findings.one.noNeedBy', {
                    ...{ who: record.noNeedBy ?? '', reason: record.noNeedReason },
                    time: record.noNeedAt === null ? '' : format.instant(record.noNeedAt),
                  }),
                },
              ]),
        ]}
      />
      {shown && <PhotosDialog id={record.id} title={record.description} onClose={() => setShown(false)} />}
    </>
  );
}

interface Classification {
  readonly element: ProtectionElement;
  readonly severity: Severity;
}

function ClassifyDialog({ record, onClose }: { readonly record: FindingRecord; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const work = useWork();
  const [form] = Form.useForm<Classification>();
  const save = async (values: Classification) => {
    if (await work(() => client.findings.classify({ id: record.id, ...values }), t('findings.one.done'))) onClose();
  };
  return (
    <Modal
      open
      width={420}
      title={t('findings.one.classify')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Classification>
        form={form}
        layout="vertical"
        initialValues={{ element: record.element, severity: record.severity }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="severity" label={t('findings.field.severity')}>
          <Select options={SEVERITIES.map((value) => ({ value, label: t(`findings.severity.${value}`) }))} />
        </Form.Item>
        <Form.Item name="element" label={t('findings.field.element')}>
          <Select options={PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What may be done with it, as buttons. */
function Actions({ record, onClassify }: { readonly record: FindingRecord; readonly onClassify: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ask = useConfirm();
  const work = useWork();
  const { may } = useAccount();
  const [joining, setJoining] = useState(false);
  const { id, status, rectificationId } = record;
  const done = t('findings.one.done');
  const label = t('findings.one.noNeedReason');
  const noNeed = async () => {
    const [title, text] = [t('findings.one.noNeedTitle'), t('findings.one.noNeedText')];
    const reason = await ask.reason({ title, text, ok: t('findings.one.noNeed'), label });
    if (reason !== null) await work(() => client.findings.noNeed({ id, reason }), done);
  };
  const reopen = async () => {
    const reason = await ask.reason({ title: t('findings.one.reopenTitle'), ok: t('findings.one.reopen'), label });
    if (reason !== null) await work(() => client.findings.reopen({ id, reason }), done);
  };
  const withdraw = async () => {
    const [title, text] = [t('findings.one.withdrawTitle'), t('findings.one.withdrawText')];
    const reason = await ask.reason({ title, text, ok: t('findings.one.withdraw'), label });
    if (reason !== null) await work(() => client.findings.withdraw({ id, reason }), done);
  };
  if (rectificationId !== null)
    return (
      <Button type="primary" onClick={() => void navigate(`/rectifications/${rectificationId}`)}>
        {t('findings.one.openRectification')}
      </Button>
    );
  if (!may('findings.write') || !record.standing) return null;
  return (
    <>
      {record.withdrawable && <Button onClick={() => void withdraw()}>{t('findings.one.withdraw')}</Button>}
      <Button onClick={onClassify}>{t('findings.one.classify')}</Button>
      {status === 'noNeed' && <Button onClick={() => void reopen()}>{t('findings.one.reopen')}</Button>}
      {status === 'open' && (
        <>
          <Button onClick={() => void noNeed()}>{t('findings.one.noNeed')}</Button>
          <Button onClick={() => setJoining(true)}>{t('findings.join')}</Button>
          <Button type="primary" autoFocus onClick={() => void navigate(`/rectifications/new?findings=${id}`)}>
            {t('findings.start')}
          </Button>
        </>
      )}
      {joining && (
        <JoinDialog
          findings={[record]}
          onPlan={() => void navigate(`/rectifications/new?findings=${id}`)}
          onClose={() => setJoining(false)}
        />
      )}
    </>
  );
}

function Finding({ record }: { readonly record: FindingRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [classifying, setClassifying] = useState(false);
  const from = sourceAddress(record);
  const source = t(`findings.source.${record.source}`);
  return (
    <>
      <RecordFrame
        title={t('findings.one.title', { name: record.agentName })}
        tag={<StateTag tone={STATUS_TONES[record.status]}>{t(`findings.status.${record.status}`)}</StateTag>}
        meta={[
          [record.employeeNumber, record.branchName, record.team].filter(Boolean).join(' '),
          from === undefined ? (
            source
          ) : (
            <Link key="source" to={from}>
              {`${source} · ${t('findings.one.openSource')}`}
            </Link>
          ),
          t('findings.one.found', { who: record.foundBy, time: format.instant(record.at) }),
        ]}
        actions={<Actions record={record} onClassify={() => setClassifying(true)} />}
        notice={
          !record.standing && (
            <Alert
              type="warning"
              showIcon
              title={
                record.withdrawnAt === null
                  ? t('findings.one.gone')
                  : t('findings.one.withdrawn', {
                      ...{ who: record.withdrawnBy ?? '', time: format.instant(record.withdrawnAt) },
                      reason: record.withdrawReason ?? '',
                    })
              }
            />
          )
        }
        tabs={[{ key: 'finding', label: t('findings.one.tab'), children: <Data record={record} /> }]}
        history={record.history.map((entry) => ({
          ...{ key: entry.seq, what: actionWords(t, entry.action), who: entry.actor ?? '', at: entry.at },
        }))}
      />
      {classifying && <ClassifyDialog record={record} onClose={() => setClassifying(false)} />}
    </>
  );
}
