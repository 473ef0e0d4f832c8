// The whole of what is chosen: a criterion with its anchors and rules, or a clause, in both languages.
import { DeleteOutlined, EditOutlined, FlagFilled, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useSpoken, useTongue } from '../observation/language.ts';
import { fieldName, valueText } from './words.ts';

/** A text in the language in force with the other one under it. */
function Both({ label, text }: { readonly label: string; readonly text: Bilingual }) {
  const tongue = useTongue();
  const other = tongue === 'zh' ? 'en' : 'zh';
  return (
    <section className="standard-both">
      <h3>{label}</h3>
      <p>{text[tongue]}</p>
      <p className="standard-other" lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {text[other]}
      </p>
    </section>
  );
}

const FACTS = [
  'method',
  'stage',
  'indicator',
  'scale',
  'weight',
  'required',
  'notApplicableAllowed',
  'evidence',
  'protection',
] as const;

interface CriterionDetailProps {
  readonly criterion: Criterion;
  readonly clause: Clause | undefined;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

export function CriterionDetail({ criterion, clause, onEdit, onRemove }: CriterionDetailProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return (
    <Frame
      title={criterion.code}
      tag={
        criterion.redLine && (
          <StateTag tone="danger" icon={<FlagFilled />}>
            {t('words.redLine')}
          </StateTag>
        )
      }
      actions={
        <>
          {onEdit && (
            <Button size="small" icon={<EditOutlined />} onClick={onEdit}>
              {t('standard.action.edit')}
            </Button>
          )}
          {onRemove && (
            <Button
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('standard.action.remove')}
              title={t('standard.action.remove')}
              onClick={onRemove}
            />
          )}
        </>
      }
    >
      <Both label={t('standard.field.text')} text={criterion.text} />
      <Both label={t('standard.field.meets')} text={criterion.meets} />
      <Both label={t('standard.field.fails')} text={criterion.fails} />
      <dl className="standard-facts">
        {FACTS.filter((field) => criterion[field] !== null).map((field) => (
          <div key={field}>
            <dt>{fieldName(t, field)}</dt>
            <dd>{valueText(t, field, criterion[field])}</dd>
          </div>
        ))}
      </dl>
      {clause && (
        <section className="standard-both">
          <h3>{t('standard.clauseTitle', { id: clause.id, title: spoken(clause.title) })}</h3>
          <p>{spoken(clause.text)}</p>
        </section>
      )}
    </Frame>
  );
}

interface ClauseDetailProps {
  readonly clause: Clause;
  readonly onEdit?: () => void;
  readonly onAdd?: () => void;
}

export function ClauseDetail({ clause, onEdit, onAdd }: ClauseDetailProps) {
  const { t } = useTranslation();
  return (
    <Frame
      title={clause.id}
      actions={
        <>
          {onEdit && (
            <Button size="small" icon={<EditOutlined />} onClick={onEdit}>
              {t('standard.action.edit')}
            </Button>
          )}
          {onAdd && (
            <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
              {t('standard.action.add')}
            </Button>
          )}
        </>
      }
    >
      <Both label={t('standard.field.title')} text={clause.title} />
      <Both label={t('standard.field.text')} text={clause.text} />
    </Frame>
  );
}

interface FrameProps {
  readonly title: string;
  readonly tag?: ReactNode;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, tag, actions, children }: FrameProps) {
  return (
    <>
      <Flex align="center" gap={8} wrap className="standard-detail-head">
        <Typography.Title level={2} className="panel-title">
          {title}
        </Typography.Title>
        {tag}
        <Flex gap={8} className="page-actions">
          {actions}
        </Flex>
      </Flex>
      {children}
    </>
  );
}
