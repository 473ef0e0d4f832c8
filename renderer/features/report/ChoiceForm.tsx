// What goes into the workbook: branch, period, language, and whether client data is masked. Unmasked demands a reason and
// a role that may; it is never remembered.
import { Checkbox, Form, Input, Segmented, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { PeriodKind, type PeriodDays } from '../../../shared/contract/score.ts';
import { LANGUAGES, type Language } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { periodName } from '../../periodName.ts';
import { periodDays } from './periodWords.ts';
import type { ReportPlace } from './useReportChoice.ts';

export interface Options {
  readonly language: Language;
  /** The reason for not masking; null masks. */
  readonly unmaskReason: string | null;
}

export interface ChoiceFormProps {
  readonly place: ReportPlace;
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
  /** Whether export was tried without the reason. */
  readonly reasonMissing: boolean;
  readonly disabled: boolean;
}

const REASON_MOST = 500;

export function ChoiceForm({ place, options, onOptions, reasonMissing, disabled }: ChoiceFormProps) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const { branches = [], branch, kind, periods, period, choose } = place;
  // The first one offered is the one that runs now.
  const nameOf = (one: PeriodDays, at: number) =>
    at === 0 ? t('report.period.running', { period: periodName(t, one) }) : periodName(t, one);
  return (
    <section className="panel" aria-labelledby="report-choice">
      <h2 id="report-choice">{t('report.choice.title')}</h2>
      <Form layout="vertical" disabled={disabled} className="report-form">
        <Form.Item label={t('report.choice.branch')} htmlFor="report-branch">
          <Select<string>
            id="report-branch"
            value={branch?.id ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={branches.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            onChange={(id) => choose({ branch: id })}
          />
        </Form.Item>
        <Form.Item label={t('report.choice.period')} htmlFor="report-period" extra={period && periodDays(t, period)}>
          <Segmented<PeriodKind>
            block
            className="report-kind"
            aria-label={t('report.choice.kind')}
            value={kind}
            options={PeriodKind.options.map((value) => ({ value, label: t(`report.kind.${value}`) }))}
            onChange={(value) => choose({ kind: value })}
          />
          <Select<string>
            id="report-period"
            value={period?.start ?? null}
            loading={periods.data === undefined}
            options={periods.data?.map((one, at) => ({ value: one.start, label: nameOf(one, at) })) ?? []}
            onChange={(start) => choose({ start })}
          />
        </Form.Item>
        <Form.Item label={t('report.choice.language')}>
          <Segmented<Language>
            block
            aria-label={t('report.choice.language')}
            value={options.language}
            options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
            onChange={(language) => onOptions({ ...options, language })}
          />
        </Form.Item>
        {may('report.unmask') ? (
          <>
            <Checkbox
              checked={options.unmaskReason !== null}
              onChange={(event) => onOptions({ ...options, unmaskReason: event.target.checked ? '' : null })}
            >
              {t('report.choice.unmask')}
            </Checkbox>
            {options.unmaskReason !== null && (
              <Form.Item
                className="report-reason"
                label={t('report.choice.reason')}
                htmlFor="report-reason"
                required
                extra={t('report.choice.unmaskHint')}
                {...(reasonMissing && options.unmaskReason.trim() === ''
                  ? { validateStatus: 'error' as const, help: t('report.choice.reasonMissing') }
                  : {})}
              >
                <Input.TextArea
                  id="report-reason"
                  autoFocus
                  rows={2}
                  maxLength={REASON_MOST}
                  value={options.unmaskReason}
                  onChange={(event) => onOptions({ ...options, unmaskReason: event.target.value })}
                />
              </Form.Item>
            )}
          </>
        ) : (
          <Typography.Text type="secondary">{t('report.choice.onlyMasked')}</Typography.Text>
        )}
      </Form>
    </section>
  );
}
