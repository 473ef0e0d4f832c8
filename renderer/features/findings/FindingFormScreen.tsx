// Records a finding by hand, or from a survey or complaint (?source=complaint&id=…&agent=…), with the fields of 8.2.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { RecordedSource, SEVERITIES, type RecordedFinding } from '../../../shared/contract/findings.ts';
import { PROBLEM_CLASSES, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { LoadingState } from '../../components/states.tsx';
import { InstantField } from '../observation/InstantField.tsx';
import { useSpoken } from '../observation/language.ts';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { KeptNotice } from '../../components/KeptNotice.tsx';
import { findingDraft } from './findingDraft.ts';
import { useComplaintStart, type ComplaintStart } from './useComplaintStart.ts';
import { useWork } from './useWork.ts';
import './findings.css';

const FORM = 'finding';

type Values = Omit<RecordedFinding, 'source' | 'sourceId' | 'occurredAt' | 'clause' | 'criterion'> & {
  readonly criterion?: string;
};

/** What a new finding does not have, and a kept one may. */
const LEFT_EMPTY = ['agentId', 'place', 'serviceContent', 'description', 'scopeOfImpact', 'criterion'] as const;

/** Criteria of the standard in force as choices. */
function useCriteria() {
  const spoken = useSpoken();
  const versions = useQuery(api.standard.list.queryOptions());
  const id = versions.data?.find(({ status }) => status === 'published')?.id;
  const standard = useQuery({
    ...api.standard.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return useMemo(() => standard.data?.content.criteria ?? [], [standard.data]).map((criterion) => ({
    value: criterion.code,
    label: `${criterion.code} ${spoken(criterion.text)}`,
    protection: criterion.protection,
  }));
}

function FindingForm({ start }: { readonly start: ComplaintStart | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const work = useWork();
  const [search] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const { actor } = useAccount();
  const thenPlan = useRef(false);
  const criteria = useCriteria();
  const sourceId = search.get('id');
  const source = sourceId === null ? 'manual' : RecordedSource.catch('manual').parse(search.get('source'));
  const draft = useMemo(
    () => findingDraft<Values>(actor.userId, [source, sourceId, search.get('agent')]),
    [actor.userId, source, sourceId, search],
  );
  const [before, setBefore] = useState(draft.read);
  const [at, setAt] = useState<string | null>(() => before?.at ?? start?.at ?? new Date().toISOString());
  const agentId = before?.values.agentId ?? search.get('agent');
  const agent = useQuery({
    ...api.agents.get.queryOptions({ input: { id: agentId ?? '' } }),
    enabled: agentId !== null,
  });
  const waits = agentId !== null && agent.isPending;
  useEffect(() => focusFirst(FORM)(!waits), [waits]);
  const needed = (label: string) => [
    { required: true, whitespace: true, message: t('findings.form.required', { label }) },
  ];
  const save = async ({ criterion, ...values }: Values) => {
    if (at === null) return;
    let id = '';
    const fields = { ...values, source, criterion: criterion ?? null, clause: null, occurredAt: at };
    const saved = await work(
      async () =>
        ({ id } = await client.findings.record({ ...fields, sourceId: source === 'manual' ? null : sourceId })),
      t('findings.form.saved'),
    );
    if (!saved) return;
    draft.clear();
    const next = thenPlan.current ? `/rectifications/new?findings=${id}` : `/findings/${id}`;
    void navigate(next, { replace: true });
  };
  const submit = (plan: boolean) => {
    thenPlan.current = plan;
    form.submit();
  };
  const keep = (values: Partial<Values>, occurredAt: string | null) => draft.write({ values, at: occurredAt });
  const started = (agent: string | null): Partial<Values> => ({
    ...(agent === null ? {} : { agentId: agent }),
    ...{ class: source === 'survey' ? 'attitude' : 'process', severity: 'ordinary', element: 'service' },
    ...start?.values,
  });
  if (waits) return <LoadingState />;
  const known = agent.data && { id: agent.data.id, label: `${agent.data.name} · ${agent.data.number}` };
  const field = (key: 'place' | 'serviceContent' | 'description' | 'scopeOfImpact') => t(`findings.field.${key}`);
  return (
    <Page>
      <PageHeader
        title={t('findings.form.title')}
        detail={
          source === 'manual'
            ? t('findings.form.detail')
            : t('findings.form.fromSource', { source: t(`findings.source.${source}`) })
        }
        actions={
          <>
            {start && (
              <Link className="finding-back" to={`/complaints/${start.id}`}>
                {t('complaintDesk.finding.back', { number: start.number })}
              </Link>
            )}
            <Button onClick={() => submit(false)}>{t('findings.form.save')}</Button>
            <Button type="primary" onClick={() => submit(true)}>
              {t('findings.form.saveAndPlan')}
            </Button>
          </>
        }
      />
      <Form<Values>
        id={FORM}
        form={form}
        layout="vertical"
        className="finding-form"
        initialValues={{ ...started(known?.id ?? null), ...before?.values }}
        onValuesChange={(_, values) => keep(values, at)}
        onFinish={(values) => void save(values)}
      >
        {before !== null && (
          <KeptNotice
            className="rect-counts"
            onDrop={() => {
              draft.clear();
              setBefore(null);
              setAt(start?.at ?? new Date().toISOString());
              form.setFields(LEFT_EMPTY.map((name) => ({ name, value: undefined })));
              form.setFieldsValue(started(search.get('agent')));
            }}
          />
        )}
        <section aria-labelledby="finding-where">
          <h2 id="finding-where">{t('findings.form.where')}</h2>
          <Form.Item name="agentId" label={t('findings.field.agent')} rules={needed(t('findings.field.agent'))}>
            <AgentSelect {...(known ? { known } : {})} />
          </Form.Item>
          <Form.Item label={t('findings.field.at')} htmlFor="finding-at" required>
            <InstantField
              id="finding-at"
              value={at}
              onChange={(next) => {
                setAt(next);
                keep(form.getFieldsValue(), next);
              }}
            />
          </Form.Item>
          <Form.Item name="place" label={field('place')} rules={needed(field('place'))}>
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
        </section>
        <section aria-labelledby="finding-what">
          <h2 id="finding-what">{t('findings.form.what')}</h2>
          <Form.Item name="serviceContent" label={field('serviceContent')} rules={needed(field('serviceContent'))}>
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
          <Form.Item name="description" label={field('description')} rules={needed(field('description'))}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          <Form.Item name="scopeOfImpact" label={field('scopeOfImpact')} rules={needed(field('scopeOfImpact'))}>
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        </section>
        <section aria-labelledby="finding-how">
          <h2 id="finding-how">{t('findings.form.how')}</h2>
          <Form.Item name="class" label={t('findings.field.class')}>
            <Select options={PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) }))} />
          </Form.Item>
          <Form.Item name="severity" label={t('findings.field.severity')}>
            <Select options={SEVERITIES.map((value) => ({ value, label: t(`findings.severity.${value}`) }))} />
          </Form.Item>
          <Form.Item name="criterion" label={t('findings.field.criterion')} extra={t('findings.form.criterionHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={criteria}
              onChange={(code: string | undefined) => {
                const chosen = criteria.find(({ value }) => value === code);
                if (chosen) form.setFieldValue('element', chosen.protection);
                keep(form.getFieldsValue(), at);
              }}
            />
          </Form.Item>
          <Form.Item name="element" label={t('findings.field.element')}>
            <Select options={PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) }))} />
          </Form.Item>
        </section>
      </Form>
    </Page>
  );
}

export function FindingFormScreen() {
  const [search] = useSearchParams();
  const { waits, start } = useComplaintStart(search.get('source') === 'complaint' ? search.get('id') : null);
  return waits ? <LoadingState /> : <FindingForm start={start} />;
}
