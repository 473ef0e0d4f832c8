// Plans a rectification for the findings in the address (?findings=…,…), or one that follows another (&follows=…).
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { DEFAULT_EFFECT_DAYS, type PlanFields } from '../../../shared/contract/rectification.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { useWork } from '../findings/useWork.ts';
import { useSpoken } from '../observation/language.ts';
import { useToday } from '../people/useToday.ts';
import { FindingList } from './FindingList.tsx';
import { focusBack } from './focus.ts';
import { newPlanDraft } from './planDraft.ts';
import { PlanForm } from './PlanForm.tsx';

/** Days that a plan gives at first, and between its checks. */
const GIVEN_DAYS = 14;
const CHECK_DAYS = 7;
const TITLE = 60;
/** Findings that one plan may name. */
const MOST = 100;
const FORM = 'rectification-plan';

export function PlanScreen() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const ids = [...new Set((search.get('findings') ?? '').split(',').filter(Boolean))].slice(0, MOST);
  const list = useQuery({ ...api.findings.some.queryOptions({ input: { ids } }), staleTime: 0 });
  const follows = search.get('follows');
  return (
    <Loaded query={list}>
      {(rows) => {
        const chosen = rows.filter(
          ({ rectificationId, standing, status }) =>
            standing && (status === 'open' || (follows !== null && rectificationId === follows)),
        );
        return chosen.length === 0 ? (
          <Page>
            <PageHeader title={t('rectification.plan.title')} />
            <EmptyState title={t('rectification.plan.none')} hint={t('rectification.plan.noneHint')} />
          </Page>
        ) : (
          <Plan findings={chosen} follows={follows} />
        );
      }}
    </Loaded>
  );
}

function Plan({ findings, follows }: { readonly findings: readonly FindingRow[]; readonly follows: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const spoken = useSpoken();
  const work = useWork();
  const today = useToday();
  const thenStart = useRef(false);
  const { actor } = useAccount();
  const draft = useMemo(
    () =>
      newPlanDraft(
        actor.userId,
        findings.map(({ id }) => id),
        follows,
      ),
    [actor.userId, findings, follows],
  );
  const { agentName: name, employeeNumber: number, criterionText, description } = findings[0]!;
  const initial: PlanFields = {
    title: (criterionText === null ? description : spoken(criterionText)).slice(0, TITLE),
    owner: { kind: 'agent' },
    cause: { categories: [], whys: [], root: '' },
    ...{ measures: '', requirements: '', checkEvery: CHECK_DAYS, effectDays: DEFAULT_EFFECT_DAYS },
  };
  const save = async (fields: PlanFields, deadline: string) => {
    let id = '';
    const start = thenStart.current;
    const planned = await work(
      async () =>
        ({ id } = await client.rectification.plan({
          ...{ ...fields, deadline, follows, start },
          findingIds: findings.map((finding) => finding.id),
        })),
      t(start ? 'rectification.plan.started' : 'rectification.plan.saved'),
    );
    if (!planned) return;
    draft.clear();
    void navigate(`/rectifications/${id}`, { replace: true });
    focusBack();
  };
  const button = (start: boolean, text: string) => (
    <Button
      {...(start ? { type: 'primary' as const } : {})}
      htmlType="submit"
      form={FORM}
      onClick={() => {
        thenStart.current = start;
      }}
    >
      {text}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t('rectification.plan.title')}
        detail={t('rectification.plan.detail', { name, number, count: findings.length })}
        actions={
          <>
            {button(false, t('rectification.plan.save'))}
            {button(true, t('rectification.plan.saveAndStart'))}
          </>
        }
      />
      {follows !== null && <p>{t('rectification.plan.follows')}</p>}
      <FindingList findings={findings} />
      <PlanForm
        id={FORM}
        draft={draft}
        starts={() => thenStart.current}
        initial={initial}
        deadline={addDays(today, GIVEN_DAYS)}
        onFinish={(fields, deadline) => void save(fields, deadline)}
      />
    </Page>
  );
}
