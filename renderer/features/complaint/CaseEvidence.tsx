// The right of a case: evidence (photos, PDF, references to what is kept elsewhere), letters and the proofs of notice.
import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintFile, ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Loaded } from '../../components/states.tsx';
import { bytes, useFormat } from '../../format.ts';
import { ActDialog } from './ActDialog.tsx';
import { evidenceOf, type FileRefusal } from './files.ts';
import { useCaseMark } from './useCaseMark.ts';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

interface FileViewProps {
  readonly caseId: string;
  readonly file: ComplaintFile;
  readonly onClose: () => void;
}

/** A stored file; a PDF is handed over as a download, since the page shows no foreign documents. */
function FileView({ caseId, file, onClose }: FileViewProps) {
  const { t } = useTranslation();
  const stored = useQuery(api.complaint.file.queryOptions({ input: { id: caseId, fileId: file.id } }));
  const name = file.caption || t('complaintCase.files.untitled');
  return (
    <Modal open width={760} title={name} footer={null} onCancel={onClose}>
      <Loaded query={stored}>
        {({ mime, base64 }) => {
          const address = `data:${mime};base64,${base64}`;
          return mime === 'image/jpeg' ? (
            <img className="case-picture" src={address} alt={name} />
          ) : (
            <a href={address} download={`${name}.pdf`}>
              {t('complaintCase.files.open', { caption: name })}
            </a>
          );
        }}
      </Loaded>
    </Modal>
  );
}

function Files({ record, open }: { readonly record: ComplaintRecord; readonly open: boolean }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const { may } = useAccount();
  const required = useRequired();
  const ofCase = useCaseMark(record);
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<ComplaintFile | null>(null);
  const [refused, setRefused] = useState<FileRefusal | null>(null);
  const [caption, setCaption] = useState('');
  const [reference, setReference] = useState(false);
  const take = async (file: File) => {
    const read = await evidenceOf(file);
    if (typeof read === 'string') {
      setRefused(read);
      return;
    }
    setRefused(null);
    const name = caption.trim() || file.name.replace(/\.[^.]+$/, '').slice(0, 200);
    if (await act.run((seen) => client.complaint.addFile({ ...seen, caption: name, ...read }))) setCaption('');
  };
  const label = t('complaintCase.field.caption');
  return (
    <>
      {record.files.length === 0 && <p>{t('complaintCase.files.none')}</p>}
      <ul>
        {record.files.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden /> {ofCase(file)}
            {t(`complaintCase.files.kind.${file.kind}`)}{' '}
            {file.kind === 'reference' || !may('complaints.write') ? (
              file.caption
            ) : (
              <Button
                type="link"
                size="small"
                aria-label={t('complaintCase.files.open', { caption: file.caption })}
                onClick={() => setShown(file)}
              >
                {file.caption || t('complaintCase.files.untitled')}
              </Button>
            )}
            {file.kind !== 'reference' && ` ${bytes(file.bytes)}`}
          </li>
        ))}
      </ul>
      {open && (
        <>
          {refused && <Alert type="error" showIcon title={t(`complaintCase.files.${refused}`)} />}
          <FailureAlert error={act.error} />
          <Flex gap={6} wrap>
            <Input
              size="small"
              value={caption}
              maxLength={200}
              placeholder={label}
              aria-label={t('complaintCase.files.caption')}
              onChange={(event) => setCaption(event.target.value)}
            />
            <Button size="small" icon={<UploadOutlined />} loading={act.pending} onClick={() => input.current?.click()}>
              {t('complaintCase.files.add')}
            </Button>
            <Button size="small" onClick={() => setReference(true)}>
              {t('complaintCase.files.reference')}
            </Button>
          </Flex>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/*,application/pdf"
            aria-label={t('complaintCase.files.add')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void take(file);
            }}
          />
        </>
      )}
      {shown && <FileView caseId={record.id} file={shown} onClose={() => setShown(null)} />}
      {reference && (
        <ActDialog<{ caption: string }>
          draft={{ record, form: 'reference' }}
          title={t('complaintCase.files.reference')}
          text={t('complaintCase.files.referenceHint')}
          act={act}
          save={(seen, values) => client.complaint.addReference({ ...seen, caption: values.caption.trim() })}
          onClose={() => setReference(false)}
        >
          <Form.Item name="caption" label={label} rules={required(label)}>
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}

export function CaseEvidence({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const open = may('complaints.write') && record.state !== 'archived';
  const letters = record.rounds.filter(({ letter }) => Object.values(letter).some((part) => part !== ''));
  return (
    <section className="case-column" aria-label={t('complaintCase.evidence')}>
      <h2>{t('complaintCase.evidence')}</h2>
      <Files record={record} open={open} />
      <h3>{t('complaintCase.letters')}</h3>
      {letters.length === 0 && record.notices.length === 0 && <p>{t('complaintCase.noLetters')}</p>}
      <ul>
        {letters.map(({ round, answeredAt }) => (
          <li key={round}>
            {record.mayReveal ? (
              <Link to={`/complaints/${record.id}/letter?round=${round}`}>
                {t('complaintCase.letterOf', { round })}
              </Link>
            ) : (
              t('complaintCase.letterOf', { round })
            )}{' '}
            {answeredAt === null ? t('complaint.letter.draft') : format.instant(answeredAt)}
          </li>
        ))}
        {record.notices.map(({ id, kind, complaintNumber, way, at, proof, recordedBy }) => (
          <li key={id} className="case-line">
            {t(`complaintCase.notice.${kind}`)} {complaintNumber} · {t(`complaint.way.${way}`)} · {format.instant(at)}
            {proof && <div>{proof}</div>}
            <small>{t('complaintCase.notifyBy', { by: recordedBy })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
