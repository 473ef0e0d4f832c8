// Registration of a complaint while the complainant is on the phone: by keyboard alone, the same matter found as it is typed, and
// nothing lost when the screen is left. It is checked here and in main.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select, Space } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintFields } from '../../../shared/contract/complaint.ts';
import { COMPLAINT_CATEGORIES, COMPLAINT_CHANNELS, SUBCLASSES_OF } from '../../../shared/contract/complaintWords.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Loaded } from '../../components/states.tsx';
import { BackButton } from '../../components/record/BackButton.tsx';
import { failureText } from '../../failure.ts';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { InstantItem } from '../responses/InstantItem.tsx';
import { Duplicates } from './Duplicates.tsx';
import { PeopleInputs } from './PeopleInputs.tsx';
import { addFiles, RegistrationFiles, type NewFile } from './RegistrationFiles.tsx';
import {
  draftOf,
  dropDraft,
  emptyRegistration,
  flushDraft,
  forgetDraft,
  keepDraft,
  type Registration,
} from './registration.ts';
import './complaint.css';

type Problem = 'receivedMissing' | 'contentMissing' | 'categoryMissing' | 'subclassMissing' | 'placeMissing';

function problemsOf(draft: Registration): readonly Problem[] {
  const { receivedAt, content, category, subclass, agentId, branchId } = draft;
  const problems: Problem[] = [];
  if (receivedAt === null || Date.parse(receivedAt) > Date.now()) problems.push('receivedMissing');
  if (content.trim() === '') problems.push('contentMissing');
  if (category === null) problems.push('categoryMissing');
  else if (SUBCLASSES_OF[category].length > 0 && subclass === null) problems.push('subclassMissing');
  if (agentId === null && branchId === null) problems.push('placeMissing');
  return problems;
}

interface RegisterProps {
  /** What was typed before and not sent. */
  readonly before: Registration | null;
}

function Register({ before }: RegisterProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { actor } = useAccount();
  const [draft, setDraft] = useState<Registration>(() => before ?? emptyRegistration());
  const [touched, setTouched] = useState(before !== null);
  const [tried, setTried] = useState(false);
  const [turn, setTurn] = useState(0);
  const [files, setFiles] = useState<readonly NewFile[]>([]);
  const people = useQuery(api.complaint.people.queryOptions());
  // A draft that comes back knows its agent by id alone.
  const known = useQuery({
    ...api.agents.get.queryOptions({ input: { id: before?.agentId ?? '' } }),
    enabled: typeof before?.agentId === 'string',
  });
  const problems = problemsOf(draft);
  const set = (more: Partial<Registration>) => {
    const next = { ...draft, ...more };
    setDraft(next);
    setTouched(true);
    keepDraft(actor.userId, next);
  };
  const register = useMutation({
    mutationFn: async (input: ComplaintFields & { joinToId: string | null }) => {
      const done = await client.complaint.register(input);
      forgetDraft(actor.userId);
      // Once it is registered a file that cannot be stored is said, and is added on the case.
      await addFiles(done, files).catch((error: unknown) => void message.error(failureText(t, error), 8));
      return done;
    },
    onSuccess: ({ id, number }) => {
      void queryClient.invalidateQueries({ queryKey: api.complaint.key() });
      void queryClient.invalidateQueries({ queryKey: api.home.key() });
      void message.success(t('complaint.form.saved', { number }));
      void navigate(`/complaints/${id}`, { replace: true });
    },
  });
  const save = (joinToId: string | null) => {
    setTried(true);
    const { receivedAt, category } = draft;
    if (problems.length > 0 || receivedAt === null || category === null || register.isPending) return;
    const fields: ComplaintFields = {
      ...draft,
      ...{ receivedAt, category },
      people: [...draft.people],
      subjectIds: [...draft.subjectIds],
    };
    flushDraft();
    register.mutate({ ...fields, joinToId });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(null);
    }
  };
  const channelKey = (event: KeyboardEvent) => {
    const channel = COMPLAINT_CHANNELS[Number(event.key) - 1];
    if (channel) set({ channel });
  };
  // What is typed last is kept when the screen is left.
  useEffect(() => flushDraft, []);
  useEffect(
    () => document.getElementById('complaint-channel')?.querySelector<HTMLElement>('input:checked')?.focus(),
    [],
  );
  const problem = (of: Problem) =>
    tried && problems.includes(of) ? ({ validateStatus: 'error', help: t(`complaint.form.${of}`) } as const) : {};
  const subclasses = draft.category === null ? [] : SUBCLASSES_OF[draft.category];
  return (
    <Page>
      <PageHeader
        title={
          <Space>
            <BackButton />
            {t('complaint.add')}
          </Space>
        }
        detail={t(before ? 'complaint.form.kept' : 'complaint.form.hint')}
        actions={
          <>
            {touched && (
              <Button
                onClick={() => {
                  dropDraft(actor.userId);
                  setDraft(emptyRegistration());
                  setTouched(false);
                  setTried(false);
                  setFiles([]);
                  setTurn(turn + 1);
                }}
              >
                {t('complaint.form.clear')}
              </Button>
            )}
            <Button type="primary" loading={register.isPending} onClick={() => save(null)}>
              {t('complaint.form.save')}
            </Button>
          </>
        }
      />
      <FailureAlert error={register.error} />
      <div className="register" onKeyDown={onKey} key={turn}>
        <Form layout="vertical" className="register-fields" component="div">
          <Form.Item className="wide" label={t('complaint.form.channelKeys')}>
            <div id="complaint-channel" onKeyDown={channelKey}>
              <Radio.Group
                aria-label={t('complaint.form.channelKeys')}
                value={draft.channel}
                optionType="button"
                options={COMPLAINT_CHANNELS.map((value, at) => ({
                  value,
                  label: `${at + 1} ${t(`complaint.channel.${value}`)}`,
                }))}
                onChange={(event) => {
                  const channel = COMPLAINT_CHANNELS.find((one) => one === event.target.value);
                  if (channel) set({ channel });
                }}
              />
            </div>
          </Form.Item>
          <Form.Item
            label={t('complaint.field.receivedAt')}
            htmlFor="complaint-received"
            required
            {...problem('receivedMissing')}
          >
            <InstantItem
              id="complaint-received"
              value={draft.receivedAt}
              onChange={(receivedAt) => set({ receivedAt })}
            />
          </Form.Item>
          <Form.Item label={t('complaint.field.agent')} htmlFor="complaint-agent" {...problem('placeMissing')}>
            <AgentSelect
              key={known.data?.id}
              {...(known.data
                ? { known: { id: known.data.id, label: `${known.data.name} · ${known.data.number}` } }
                : {})}
              id="complaint-agent"
              {...(draft.agentId === null ? {} : { value: draft.agentId })}
              onChange={(agentId) => set({ agentId })}
            />
          </Form.Item>
          <PeopleInputs people={draft.people} onChange={(list) => set({ people: list })} />
          <Form.Item
            className="wide"
            label={t('complaint.field.content')}
            htmlFor="complaint-content"
            required
            {...problem('contentMissing')}
          >
            <Input.TextArea
              id="complaint-content"
              rows={5}
              maxLength={4000}
              value={draft.content}
              onChange={(event) => set({ content: event.target.value })}
            />
          </Form.Item>
          <Form.Item
            label={t('complaint.field.category')}
            htmlFor="complaint-category"
            required
            {...problem('categoryMissing')}
          >
            <Select
              id="complaint-category"
              value={draft.category}
              placeholder={t('complaint.form.categoryHint')}
              options={COMPLAINT_CATEGORIES.map((value) => ({ value, label: t(`complaint.category.${value}`) }))}
              onChange={(category) => set({ category, subclass: null })}
            />
          </Form.Item>
          <Form.Item label={t('complaint.field.subclass')} htmlFor="complaint-subclass" {...problem('subclassMissing')}>
            <Select
              id="complaint-subclass"
              value={draft.subclass}
              disabled={subclasses.length === 0}
              options={subclasses.map((value) => ({ value, label: t(`complaint.subclass.${value}`) }))}
              onChange={(subclass) => set({ subclass })}
            />
          </Form.Item>
          <Form.Item
            label={t('complaint.field.branch')}
            htmlFor="complaint-branch"
            extra={t('complaint.form.branchHint')}
          >
            <BranchSelect
              id="complaint-branch"
              allowClear
              value={draft.branchId}
              onChange={(branchId) => set({ branchId })}
            />
          </Form.Item>
          <Form.Item
            label={t('complaint.field.subjects')}
            htmlFor="complaint-subjects"
            extra={t('complaint.form.subjectsHint')}
          >
            <Select
              id="complaint-subjects"
              mode="multiple"
              value={[...draft.subjectIds]}
              showSearch={{ optionFilterProp: 'label' }}
              options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(subjectIds) => set({ subjectIds })}
            />
          </Form.Item>
          <RegistrationFiles files={files} onChange={setFiles} />
        </Form>
        <Duplicates draft={draft} pending={register.isPending} onJoin={save} />
      </div>
    </Page>
  );
}

export function NewComplaintScreen() {
  const { actor } = useAccount();
  // Read once on entering: what is typed afterwards is this screen's own.
  const kept = useQuery({
    queryKey: ['complaintRegistration', actor.userId],
    queryFn: async () => ({ before: await draftOf(actor.userId) }),
    ...{ gcTime: 0, staleTime: Infinity },
  });
  return <Loaded query={kept}>{({ before }) => <Register before={before} />}</Loaded>;
}
