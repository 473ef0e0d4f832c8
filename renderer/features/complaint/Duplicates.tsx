// Cases that may be the same matter, looked for while the registration is typed, with what agrees and the way to join.
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../client.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { percent, useFormat } from '../../format.ts';
import type { Registration } from './registration.ts';

/** Milliseconds without a key before the search goes out. */
const PAUSE = 400;

export interface DuplicatesProps {
  readonly draft: Registration;
  readonly pending: boolean;
  readonly onJoin: (id: string) => void;
}

export function Duplicates({ draft, pending, onJoin }: DuplicatesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  const { people, agentId, content, receivedAt } = settled;
  const contacts = people.map(({ contact }) => contact.trim()).filter((contact) => contact !== '');
  const worth = receivedAt !== null && (contacts.length > 0 || agentId !== null || content.trim() !== '');
  const found = useQuery({
    ...api.complaint.candidates.queryOptions({
      input: { contacts, agentId, content: content.trim(), receivedAt: receivedAt ?? '' },
    }),
    enabled: worth,
    placeholderData: (before) => before,
  });
  const candidates = worth ? (found.data ?? []) : [];
  // Words alone say little: only the same contact or agent makes it likely.
  const same = candidates.filter(({ signs }) => signs.some((sign) => sign !== 'content'));
  const alike = candidates.filter((one) => !same.includes(one));
  return (
    <aside className="register-side" aria-live="polite">
      {candidates.length === 0 && <p>{t('complaint.form.duplicatesNone')}</p>}
      {same.length > 0 && <h2>{t('complaint.form.duplicates', { count: same.length })}</h2>}
      {[...same, ...alike].map(({ row, signs, likeness }) => (
        <div key={row.id} className="register-candidate">
          {row.id === alike[0]?.row.id && <h2>{t('complaintDesk.alike', { count: alike.length })}</h2>}
          <Flex gap={8} align="center" wrap>
            <strong>{row.number}</strong>
            <StateTag>{t(`complaint.state.${row.state}`)}</StateTag>
            <span>{format.day(row.receivedAt)}</span>
          </Flex>
          <div>{[row.complainant, row.agentName].filter(Boolean).join(' · ')}</div>
          <div className="case-board-content">{row.content}</div>
          <Flex gap={4} wrap>
            {signs.map((sign) => (
              <StateTag key={sign} tone="warn">
                {sign === 'content'
                  ? t('complaint.form.sign.content', { share: percent(likeness) })
                  : t(`complaint.form.sign.${sign}`)}
              </StateTag>
            ))}
          </Flex>
          <Flex gap={8}>
            <Button size="small" loading={pending} onClick={() => onJoin(row.id)}>
              {t('complaint.form.join')}
            </Button>
            <Button size="small" type="link" onClick={() => void navigate(`/complaints/${row.id}`)}>
              {t('complaint.form.look')}
            </Button>
          </Flex>
        </div>
      ))}
    </aside>
  );
}
