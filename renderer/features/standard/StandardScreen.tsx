// 标准库: the clauses at the left, the criteria in the middle, what is chosen at the right; versions and their actions above.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleIn } from '../../../shared/standard/titles.ts';
import { useAppearance } from '../../Appearance.tsx';
import type { StandardRecord } from '../../../shared/contract/standardRoutes.ts';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { EmptyState, ErrorState, Loaded, LoadingState } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import { CheckDrawer } from './CheckDrawer.tsx';
import { ImportProblems } from './ImportProblems.tsx';
import { StandardBody } from './StandardBody.tsx';
import { TitleDialog } from './TitleDialog.tsx';
import { useDraftActions, type DraftActions } from './useDraftActions.tsx';
import { currentOf, useChoice, useVersion, useVersions } from './useStandard.ts';
import { useWorkbooks } from './useWorkbooks.tsx';
import { VersionActions } from './VersionActions.tsx';
import { useVersionName } from './words.ts';
import './standard.css';

export function StandardScreen() {
  const { t } = useTranslation();
  const versions = useVersions();
  return (
    <Page fill>
      <Loaded query={versions}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('standard.noVersion')} hint={t('standard.noVersionHint')} />
          ) : (
            <Versions all={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Versions({ all }: { readonly all: readonly StandardVersion[] }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const mayEdit = may('standard.edit');
  const [choice, choose] = useChoice();
  const [dialog, setDialog] = useState<'new' | 'rename' | 'check' | null>(null);
  const current = currentOf(all);
  const version = all.find(({ id }) => id === choice.version) ?? current;
  const record = useVersion(version?.id);
  const books = useWorkbooks((id) => choose({ version: id, criterion: null }));
  const drafts = useDraftActions(current, choose, () => setDialog('check'));
  if (!version) return null;
  return (
    <>
      <PageHeader
        title={t('standard.title')}
        detail={<VersionLine version={version} all={all} onChoose={(id) => choose({ version: id, criterion: null })} />}
        actions={
          <VersionActions
            version={version}
            mayEdit={mayEdit}
            busy={books.busy}
            drafts={drafts}
            onNewDraft={() => setDialog('new')}
            onRename={() => setDialog('rename')}
            onCheck={() => setDialog('check')}
            onImport={() => void books.read()}
            onExport={() => void books.write(version.id)}
          />
        }
      />
      {books.progress}
      <Content
        record={record}
        drafts={drafts}
        choice={choice}
        choose={choose}
        editable={mayEdit && version.status === 'draft'}
      />
      {dialog === 'check' && (
        <CheckDrawer
          version={version.id}
          onClose={() => setDialog(null)}
          onOpenLine={(kind, code) => {
            setDialog(null);
            choose(kind === 'clause' ? { clause: code, criterion: null } : { clause: null, criterion: code });
          }}
        />
      )}
      {(dialog === 'new' || dialog === 'rename') && (
        <DraftTitle
          kind={dialog}
          version={version}
          onClose={() => setDialog(null)}
          onDone={(id) => {
            setDialog(null);
            choose({ version: id });
          }}
        />
      )}
      {books.problems.length > 0 && <ImportProblems problems={books.problems} onClose={books.forget} />}
    </>
  );
}

interface ContentProps {
  readonly record: ReturnType<typeof useVersion>;
  readonly drafts: DraftActions;
  readonly choice: ReturnType<typeof useChoice>[0];
  readonly choose: ReturnType<typeof useChoice>[1];
  readonly editable: boolean;
}

function Content({ record, drafts, choice, choose, editable }: ContentProps) {
  const data: StandardRecord | undefined = record.data;
  if (data) {
    return (
      <StandardBody
        // Another version is another list; its filters and forms start anew.
        key={data.version.id}
        record={data}
        choice={choice}
        choose={choose}
        editable={editable}
        onRemove={(code) => void drafts.removeCriterion(data.version, code)}
      />
    );
  }
  return record.isError ? <ErrorState error={record.error} onRetry={record.refetch} /> : <LoadingState />;
}

interface VersionLineProps {
  readonly version: StandardVersion;
  readonly all: readonly StandardVersion[];
  readonly onChoose: (id: string) => void;
}

function VersionLine({ version, all, onChoose }: VersionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useVersionName();
  const { publishedAt } = version;
  return (
    <span className="standard-version">
      <Select
        aria-label={t('standard.version')}
        className="standard-version-select"
        value={version.id}
        onChange={onChoose}
        options={all.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <StateTag tone={version.status === 'draft' ? 'accent' : 'met'}>{t(`standard.${version.status}`)}</StateTag>
      {publishedAt !== null && <span>{t('standard.publishedOn', { when: format.day(publishedAt) })}</span>}
    </span>
  );
}

interface DraftTitleProps {
  readonly kind: 'new' | 'rename';
  readonly version: StandardVersion;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

function DraftTitle({ kind, version, onClose, onDone }: DraftTitleProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const options = {
    onSuccess: async ({ id }: StandardVersion) => {
      await queries.invalidateQueries({ queryKey: api.standard.key() });
      onDone(id);
    },
  };
  const create = useMutation(api.standard.createDraft.mutationOptions(options));
  const rename = useMutation(api.standard.rename.mutationOptions(options));
  const { language } = useAppearance();
  const { number } = version;
  const title = titleIn(version.title, language);
  const origin =
    version.status === 'draft'
      ? t('standard.form.draftFromDraft', { title })
      : t('standard.form.draftFrom', { number });
  return (
    <TitleDialog
      heading={kind === 'new' ? t('standard.form.draftTitle') : t('standard.form.renameTitle')}
      {...(kind === 'new' ? { hint: origin } : {})}
      title={title}
      busy={create.isPending || rename.isPending}
      error={create.error ?? rename.error}
      onClose={onClose}
      onTitle={(text) => {
        if (kind === 'new') create.mutate({ from: version.id, title: text });
        else rename.mutate({ id: version.id, title: text });
      }}
    />
  );
}
