// What the draw rests on: seed, rule, frame and strata. Anyone who reads the plan may draw it again and compare.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanRecord } from '../../../shared/contract/plan.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useResultWord } from './useResultWord.ts';

const DIGEST_SHOWN = 16;

export function BasisTab({ plan }: { readonly plan: PlanRecord }) {
  const { t } = useTranslation();
  const resultWord = useResultWord();
  const { basis } = plan;
  return (
    <>
      <Verify id={plan.id} />
      <Descriptions
        size="small"
        column={3}
        items={[
          { key: 'seed', label: t('plan.basis.seed'), children: basis.seed },
          { key: 'rule', label: t('plan.basis.rule'), children: basis.rule },
          {
            key: 'digest',
            label: t('plan.basis.digest'),
            children: <span title={basis.digest}>{basis.digest.slice(0, DIGEST_SHOWN)}</span>,
          },
          {
            key: 'frame',
            label: t('plan.basis.frame'),
            children: t('plan.basis.frameValue', { count: basis.frame }),
          },
          {
            key: 'needed',
            label: t('plan.basis.needed'),
            children: t('plan.basis.frameValue', { count: basis.needed }),
          },
          {
            key: 'days',
            label: t('plan.basis.workingDays'),
            children: t('plan.basis.days', { count: basis.workingDays }),
          },
        ]}
      />
      <h2 className="plan-heading">{t('plan.basis.strata')}</h2>
      <p className="plan-quiet">{t('plan.basis.strataHint')}</p>
      <table className="plan-table" aria-label={t('plan.basis.strata')}>
        <thead>
          <tr>
            <th scope="col">{t('plan.column.branch')}</th>
            <th scope="col">{t('plan.column.team')}</th>
            <th scope="col">{t('plan.column.result')}</th>
            <th scope="col">{t('plan.column.recency')}</th>
            <th scope="col" className="plan-number">
              {t('plan.column.weight')}
            </th>
            <th scope="col" className="plan-number">
              {t('plan.column.size')}
            </th>
            <th scope="col" className="plan-number">
              {t('plan.column.covered')}
            </th>
            <th scope="col" className="plan-number">
              {t('plan.column.draws')}
            </th>
          </tr>
        </thead>
        <tbody>
          {basis.strata.map((stratum, at) => (
            <tr key={at}>
              <td>{stratum.branchName}</td>
              <td>{stratum.team || t('plan.coverage.noTeam')}</td>
              <td>{resultWord(stratum.result)}</td>
              <td>{t(`plan.recency.${stratum.recency}`)}</td>
              <td className="plan-number">{stratum.weight.toFixed(2)}</td>
              <td className="plan-number">{stratum.size}</td>
              <td className="plan-number">{stratum.covered}</td>
              <td className="plan-number">{stratum.drawn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Verify({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const verify = useMutation(api.plan.verify.mutationOptions());
  const said = verify.data;
  return (
    <div className="plan-verify">
      <Button loading={verify.isPending} onClick={() => verify.mutate({ id })}>
        {t('plan.basis.verify')}
      </Button>
      <FailureAlert error={verify.error} />
      {said && (
        <Alert
          role="status"
          showIcon
          type={said.intact && said.same ? 'success' : 'error'}
          title={said.intact ? t(said.same ? 'plan.basis.same' : 'plan.basis.different') : t('plan.basis.damaged')}
        />
      )}
    </div>
  );
}
