// One report of supervision: its words are written here, its figures are those of now until it is issued, its issues stay as they were.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ReportIssue, ReportRecord } from '../../../shared/contract/supervision.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { kept } from '../../components/kept.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { actionWords } from '../audit/auditWords.ts';
import { useToday } from '../people/useToday.ts';
import { ReportFigures } from './ReportFigures.tsx';
import './supervision.css';

export function ReportScreen() {
  const { id = '' } = useParams();
  const query = useQuery({
    ...api.supervision.report.queryOptions({ input: { id, number: null } }),
    staleTime: 0,
  });
  return <Loaded query={query}>{(report) => <Report key={report.id} report={report} />}</Loaded>;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.supervision.key() });

interface WordsProps {
  readonly report: ReportRecord;
  readonly onDirty: (dirty: boolean) => void;
}

function Words({ report: { id, texts }, onDirty }: WordsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { actor, may } = useAccount();
  const [form] = Form.useForm<ReportRecord['texts']>();
  // Left by the menu, the keyboard or a lock: what was typed is there again, and is said to be unsaved.
  const [draft] = useState(() => kept<ReportRecord['texts'] | null>(`supervision.words.${actor.userId}.${id}`, null));
  const [before] = useState(draft.read);
  const changed = (now: ReportRecord['texts']) => now.summary !== texts.summary || now.nextSteps !== texts.nextSteps;
  const keep = (now: ReportRecord['texts']) => {
    if (changed(now)) draft.write(now);
    else draft.clear();
    onDirty(changed(now));
  };
  const save = useMutation({
    mutationFn: (given: ReportRecord['texts']) => client.supervision.saveTexts({ id, texts: given }),
    onSuccess: async (_, given) => {
      const now = draft.read();
      // Typed on while it was being saved: that is not saved yet.
      if (now === null || (now.summary === given.summary && now.nextSteps === given.nextSteps)) {
        draft.clear();
        onDirty(false);
      }
      void message.success(t('supervision.report.saved'));
      await refresh();
    },
    onError: (error) => void message.error(failureText(t, error)),
  });
  const writes = may('improvement.write');
  const { summary, nextSteps } = texts;
  useEffect(() => {
    const typed = draft.read();
    const differs = typed !== null && (typed.summary !== summary || typed.nextSteps !== nextSteps);
    onDirty(differs);
    if (differs) return;
    // What was saved meanwhile, as after a return to a screen that was read before.
    draft.clear();
    form.setFieldsValue({ summary, nextSteps });
  }, [draft, form, onDirty, summary, nextSteps]);
  return (
    <Form<ReportRecord['texts']>
      form={form}
      layout="vertical"
      className="supervision-words"
      initialValues={before ?? texts}
      disabled={!writes}
      onValuesChange={(_, now) => keep(now)}
      // Whoever goes on to something else does not lose what was written.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && changed(form.getFieldsValue())) form.submit();
      }}
      onFinish={(given) => save.mutate(given)}
    >
      <Form.Item name="summary" label={t('supervision.report.summary')} extra={t('supervision.report.summaryHint')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="nextSteps"
        label={t('supervision.report.nextSteps')}
        extra={t('supervision.report.nextStepsHint')}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      {writes && (
        <Button htmlType="submit" loading={save.isPending}>
          {t('supervision.report.save')}
        </Button>
      )}
    </Form>
  );
}

function Issues({ report }: { readonly report: ReportRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  if (report.issues.length === 0)
    return <EmptyState title={t('supervision.report.noIssues')} hint={t('supervision.report.noIssuesHint')} />;
  // The newest stands first: it is the one in force.
  const line = ({ number, issuedAt, issuedBy, reason, digest }: ReportIssue, at: number) => (
    <tr key={number}>
      <td>
        {t('supervision.reports.issued', { number })}{' '}
        <StateTag tone={at === 0 ? 'met' : 'neutral'}>
          {t(at === 0 ? 'supervision.report.inForce' : 'supervision.report.replaced')}
        </StateTag>
      </td>
      <td>{format.instant(issuedAt)}</td>
      <td>{issuedBy}</td>
      <td>{reason ?? ''}</td>
      <td>
        <code>{digest.slice(0, 12)}</code>
      </td>
      <td>
        <Button
          size="small"
          aria-label={`${t('supervision.report.view')} ${t('supervision.reports.issued', { number })}`}
          onClick={() => void navigate(`/improvement/reports/${report.id}/print?issue=${number}`)}
        >
          {t('supervision.report.view')}
        </Button>
      </td>
    </tr>
  );
  const heads = ['number', 'reason', 'digest'] as const;
  return (
    <table className="supervision-issues">
      <thead>
        <tr>
          <th scope="col">{t(`supervision.report.${heads[0]}`)}</th>
          <th scope="col">{t('supervision.reports.issuedAt')}</th>
          <th scope="col">{t('supervision.reports.issuedBy')}</th>
          <th scope="col">{t(`supervision.report.${heads[1]}`)}</th>
          <th scope="col">{t(`supervision.report.${heads[2]}`)}</th>
          <th scope="col">{t('supervision.report.view')}</th>
        </tr>
      </thead>
      <tbody>{report.issues.map(line)}</tbody>
    </table>
  );
}

/** Asks first, and for the reason where an issue went before. */
function useIssue({ id, issue }: ReportRecord): () => Promise<void> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  return async () => {
    const again = issue !== null;
    const [text, ok] = [t('supervision.report.issueText'), t('supervision.report.issue')];
    const title = t(again ? 'supervision.report.issueAgain' : 'supervision.report.issue');
    const label = t('supervision.report.issueReason');
    const reason = again ? await ask.reason({ title, text, ok, label, maxLength: 1000 }) : null;
    if (again ? reason === null : !(await ask.confirm({ title, text, ok }))) return;
    try {
      const { number } = await client.supervision.issue({ id, reason });
      void message.success(t('supervision.report.issued', { number }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await refresh();
  };
}

function Report({ report }: { readonly report: ReportRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useAccount();
  const today = useToday();
  const [dirty, setDirty] = useState(false);
  const giveOut = useIssue(report);
  const { id, period, branchName, issue, shown } = report;
  const running = today < period.end;
  return (
    <RecordFrame
      title={t('supervision.report.title', {
        ...{ branch: branchName, period: periodName(t, period) },
      })}
      tag={
        issue ? (
          <StateTag tone="met">{t('supervision.reports.issued', { number: issue.number })}</StateTag>
        ) : (
          <StateTag tone="warn">{t('supervision.reports.notIssued')}</StateTag>
        )
      }
      meta={[t('supervision.report.opened', { who: report.openedBy, time: format.instant(report.openedAt) })]}
      actions={
        <>
          <Button disabled={dirty} onClick={() => void navigate(`/improvement/reports/${id}/print`)}>
            {t('supervision.report.print')}
          </Button>
          {may('improvement.decide') && (
            <Button type="primary" disabled={dirty || running} onClick={() => void giveOut()}>
              {t(issue ? 'supervision.report.issueAgain' : 'supervision.report.issue')}
            </Button>
          )}
        </>
      }
      notice={
        <>
          {running && (
            <Alert type="info" showIcon title={t('supervision.report.running', { day: addDays(period.end, -1) })} />
          )}
          {dirty && <Alert type="warning" showIcon title={t('supervision.report.unsaved')} />}
        </>
      }
      tabs={[
        {
          key: 'draft',
          label: t('supervision.report.draft'),
          children: (
            <div className="supervision-report">
              <Words report={report} onDirty={setDirty} />
              <div className="supervision-figures">
                <h2>{t('supervision.report.shownDraft', { time: format.instant(shown.content.figures.asOf) })}</h2>
                <ReportFigures content={shown.content} />
              </div>
            </div>
          ),
        },
        { key: 'issues', label: t('supervision.report.issues'), children: <Issues report={report} /> },
      ]}
      history={report.history.map((entry) => ({
        key: entry.seq,
        what: actionWords(t, entry.action),
        who: entry.actor ?? '',
        at: entry.at,
      }))}
    />
  );
}
