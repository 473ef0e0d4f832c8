// Records a course for a whole class at once (7.1, 7.2): what all have in common above, one line an agent below. Ctrl+Enter records all
// of them or none.
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, useLocation, useNavigate } from 'react-router';
import { readClassRow, type ClassField } from '../../../../shared/domain/training/classRow.ts';
import { useAccount } from '../../../account.ts';
import { api, queryClient } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { kept } from '../../../components/kept.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useToday } from '../../people/useToday.ts';
import { useChoices } from '../useChoices.ts';
import { hoursText } from '../words.ts';
import { AskLeaving } from './AskLeaving.tsx';
import { ClassHead, type ClassHeadValues } from './ClassHead.tsx';
import { ClassPeople } from './ClassPeople.tsx';
import { ClassTable } from './ClassTable.tsx';
import { linesOf, withPeople, type ClassLine, type ClassStart } from './classPeople.ts';
import '../training.css';
import './class.css';

interface ClassDraft {
  readonly lines: readonly ClassLine[];
  readonly head: ClassHeadValues;
}

export function ClassScreen() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const today = useToday();
  const start = useLocation().state as ClassStart | null;
  const { active } = useChoices();
  const { actor } = useAccount();
  // A lock or a crash loses no list; whoever leaves after being asked lets it go.
  const [draft] = useState(() => kept<ClassDraft | null>(`training.class.${actor.userId}`, null));
  const [before] = useState(() => (start === null ? draft.read() : null));
  const [lines, setLines] = useState<readonly ClassLine[]>(() => before?.lines ?? linesOf(start?.people ?? []));
  const [head, setHead] = useState<ClassHeadValues>(() => ({
    ...{ courseId: start?.courseId ?? null, title: '', content: start?.content ?? null, form: null },
    ...{ day: today, hours: start?.hours ?? null, trainer: '' },
    ...before?.head,
  }));
  const done = useRef(false);
  useEffect(() => {
    if (lines.length > 0 && !done.current) draft.write({ lines, head });
    else draft.clear();
  }, [draft, lines, head]);
  const list = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const course = active.find(({ id }) => id === head.courseId);
  // A course that came with the people fills in what it says once the courses are read.
  const whole: ClassHeadValues = {
    ...head,
    title: head.title || (course?.title ?? ''),
    content: head.content ?? course?.content ?? null,
    form: head.form ?? course?.form ?? null,
    hours: head.hours ?? course?.hours ?? null,
    trainer: head.trainer || (course?.trainer ?? ''),
  };
  const change = (more: Partial<ClassHeadValues>) => setHead({ ...head, ...more });
  const { day, hours, trainer } = whole;
  const read = lines.map(({ typed }) => readClassRow(typed, { day, hours: hours ?? 0, trainer }, today));
  const bad = new Map(
    lines.flatMap(({ agentId }, at) => (read[at]!.bad.length > 0 ? [[agentId, read[at]!.bad] as const] : [])),
  );
  const noHours = read.some(({ fields }) => fields.hours <= 0);
  const missing = whole.title.trim() === '' || whole.content === null || whole.form === null || noHours;
  const save = useMutation(
    api.training.saveClass.mutationOptions({
      onSuccess: ({ recorded }) => {
        void queryClient.invalidateQueries({ queryKey: api.training.key() });
        void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
        void message.success(t('training.class.recorded', { count: recorded }));
      },
    }),
  );
  const record = async () => {
    setTried(true);
    const { content, form } = whole;
    if (bad.size > 0) list.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (missing || content === null || form === null || bad.size > 0 || lines.length === 0 || save.isPending) return;
    const rows = lines.map(({ agentId, planId }, at) => ({ agentId, planId, ...read[at]!.fields }));
    await save.mutateAsync({ course: { courseId: whole.courseId, title: whole.title.trim(), content, form }, rows });
    done.current = true;
    draft.clear();
    void navigate('/training/records');
  };
  const type = useCallback(
    (agentId: string, field: ClassField, text: string) =>
      setLines((all) =>
        all.map((line) => (line.agentId === agentId ? { ...line, typed: { ...line.typed, [field]: text } } : line)),
      ),
    [],
  );
  const remove = useCallback(
    (agentId: string) => setLines((all) => all.filter((line) => line.agentId !== agentId)),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void record().catch(() => undefined);
  };
  const blocker = useBlocker(() => lines.length > 0 && !done.current);
  return (
    <Page fill>
      <div className="class-screen" ref={list} onKeyDown={onKeyDown}>
        <PageHeader
          title={t('training.class.title')}
          actions={
            <>
              <span className="class-keys" aria-hidden>
                <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
              </span>
              <Button
                type="primary"
                loading={save.isPending}
                disabled={lines.length === 0}
                onClick={() => void record().catch(() => undefined)}
              >
                {t('training.class.save', { count: lines.length })}
              </Button>
            </>
          }
        />
        <FailureAlert error={save.error} />
        {before !== null && <p className="training-hint">{t('frame.form.kept')}</p>}
        <ClassHead head={whole} onChange={change} tried={tried} noHours={noHours} />
        <ClassPeople
          courseId={whole.courseId}
          content={whole.content}
          onAdd={(people) => setLines((all) => withPeople(all, people))}
        />
        {lines.length === 0 ? (
          <EmptyState title={t('training.class.empty')} hint={t('training.class.emptyHint')} />
        ) : (
          <ClassTable
            lines={lines}
            bad={bad}
            common={{ day, hours: hours === null ? '' : hoursText(hours), trainer }}
            onType={type}
            onRemove={remove}
          />
        )}
        <p className="training-hint" role="status">
          {bad.size > 0
            ? t('training.class.badCount', { count: bad.size })
            : tried && missing
              ? t('training.class.missing')
              : t('training.class.hint')}
        </p>
      </div>
      <AskLeaving blocker={blocker} onLeave={draft.clear} />
    </Page>
  );
}
