// One version's content: tree, list and detail side by side, and the forms of a draft.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardRecord } from '../../../shared/contract/standardRoutes.ts';
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { isUnder } from './clauses.ts';
import { ClauseTree } from './ClauseTree.tsx';
import { CriteriaGrid } from './CriteriaGrid.tsx';
import { CriterionForm, type CriterionFormProps } from './CriterionForm.tsx';
import { ClauseDetail, CriterionDetail } from './DetailPane.tsx';
import { VersionHistory } from './VersionHistory.tsx';
import type { Choice } from './useStandard.ts';

export interface StandardBodyProps {
  readonly record: StandardRecord;
  readonly choice: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  readonly editable: boolean;
  readonly onRemove: (code: string) => void;
}

type Form =
  | { readonly kind: 'criterion'; readonly target: CriterionFormProps['target'] }
  | { readonly kind: 'clause'; readonly clause: Clause };

export function StandardBody({ record, choice, choose, editable, onRemove }: StandardBodyProps) {
  const { t } = useTranslation();
  const { version, content, initials } = record;
  const [form, setForm] = useState<Form | null>(null);
  const clause = content.clauses.find(({ id }) => id === choice.clause);
  const criterion = content.criteria.find(({ code }) => code === choice.criterion);
  const shown = useMemo(
    () => content.criteria.filter((one) => choice.clause === null || isUnder(one.clause, choice.clause)),
    [content, choice.clause],
  );
  const edit = (chosen: Criterion): void => setForm({ kind: 'criterion', target: { criterion: chosen } });
  const add = (under: string): void => setForm({ kind: 'criterion', target: { clause: under } });
  const addButton = editable && clause && (
    <Button icon={<PlusOutlined />} onClick={() => add(clause.id)}>
      {t('standard.action.add')}
    </Button>
  );
  return (
    <div className="standard-body">
      <nav className="standard-side" aria-label={t('standard.clauses')}>
        <ClauseTree
          clauses={content.clauses}
          criteria={content.criteria}
          chosen={clause?.id ?? null}
          onChoose={(id) => choose({ clause: id, criterion: null })}
        />
      </nav>
      <CriteriaGrid
        criteria={shown}
        clauses={content.clauses}
        initials={initials}
        onCurrent={({ code }) => choose({ criterion: code })}
        {...(editable ? { onOpen: edit } : {})}
        emptyAction={addButton}
      />
      {/* It scrolls, so the keyboard must be able to reach it even where it holds no button. */}
      <aside className="standard-detail panel" aria-label={t('standard.detail')} tabIndex={0}>
        {criterion ? (
          <CriterionDetail
            criterion={criterion}
            clause={content.clauses.find(({ id }) => id === criterion.clause)}
            {...(editable ? { onEdit: () => edit(criterion), onRemove: () => onRemove(criterion.code) } : {})}
          />
        ) : clause ? (
          <ClauseDetail
            clause={clause}
            {...(editable ? { onEdit: () => setForm({ kind: 'clause', clause }), onAdd: () => add(clause.id) } : {})}
          />
        ) : (
          <>
            <Typography.Paragraph type="secondary">{t('standard.chooseLine')}</Typography.Paragraph>
            <VersionHistory version={version} entries={record.history} />
          </>
        )}
      </aside>
      {form?.kind === 'criterion' && (
        <CriterionForm
          version={version.id}
          clauses={content.clauses}
          criteria={content.criteria}
          target={form.target}
          onClose={() => setForm(null)}
          onSaved={({ code }) => {
            setForm(null);
            choose({ criterion: code });
          }}
        />
      )}
      {form?.kind === 'clause' && (
        <ClauseForm version={version.id} clause={form.clause} onClose={() => setForm(null)} />
      )}
    </div>
  );
}
