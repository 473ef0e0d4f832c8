// Submits and locks. Says what still stands in the way, and leads there.
import { LockOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Review } from '../../../../shared/contract/observation.ts';
import type { Blocker, ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { countLeft } from '../../../../shared/domain/observation/submission.ts';
import { api, client, queryClient } from '../../../client.ts';
import { failureText } from '../../../failure.ts';
import { refreshObservation } from './ReviewScreen.tsx';
import { useBlockerText } from './useBlockerText.ts';

export interface SubmitBarProps {
  readonly record: ObservationRecord;
  readonly review: Review;
  readonly onBlocker: (blocker: Blocker) => void;
}

export function SubmitBar({ record, review, onBlocker }: SubmitBarProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const blockerText = useBlockerText();
  const submit = useMutation({
    mutationFn: () => client.observation.submit({ id: record.id }),
    onSuccess: (submitted) => {
      void message.success(t('observation.review.submitted'));
      queryClient.setQueryData(api.observation.open.queryKey({ input: { id: record.id } }), submitted);
      void navigate(`/observations/${record.id}`, { replace: true });
      void refreshObservation();
      void queryClient.invalidateQueries({ queryKey: api.home.key() });
    },
  });
  const { blockers } = review;
  const first = blockers[0];
  const left = countLeft(blockers);
  const parts = [
    ...(left.content > 0 ? [t('observation.review.contentLeft', { count: left.content })] : []),
    ...(left.signatures > 0 ? [t('observation.review.signaturesLeft', { count: left.signatures })] : []),
  ];
  const jump = () => {
    if (first === undefined) return;
    if (first.kind === 'assessorSignature' || first.kind === 'agentSignature') {
      const side = first.kind === 'assessorSignature' ? 'assessor' : 'agent';
      document.querySelector<HTMLElement>(`[aria-labelledby="sign-${side}"] input`)?.focus();
    } else onBlocker(first);
  };
  return (
    <footer className="runner-foot">
      <div className="submit-state" role="status">
        {first === undefined ? (
          t('observation.review.ready')
        ) : (
          <>
            {t('observation.review.blocked', { parts: parts.join(t('observation.comma')) })}{' '}
            <button type="button" className="detail-link" onClick={jump}>
              {'criterion' in first ? `${first.criterion} ` : ''}
              {blockerText(first)}
            </button>
          </>
        )}
        {submit.error !== null && <span className="submit-error"> {failureText(t, submit.error)}</span>}
      </div>
      <span className="runner-bar-gap" />
      <Button
        type="primary"
        size="large"
        icon={<LockOutlined />}
        disabled={first !== undefined}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
      >
        {t('observation.review.submit')}
      </Button>
    </footer>
  );
}
