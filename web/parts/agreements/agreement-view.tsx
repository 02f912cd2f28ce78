import { useState } from 'preact/hooks';
import { type AgreementPage, loadAgreement, saveAgreement } from '../../api/agreements.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { LoadedPage } from '../loaded-page.tsx';
import { draftOf } from './agreement-draft.ts';
import { AgreementForm } from './agreement-form.tsx';
import { AgreementHead } from './agreement-head.tsx';
import { ContactsPart } from './contacts-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { PromisesPart } from './promises-part.tsx';
import { useAgreements } from './use-agreements.ts';

/** What the parts of an agreement's page are handed; each change answers with the whole page. */
export interface AgreementPart {
  page: AgreementPage;
  onChanged(page: AgreementPage): void;
}

export function AgreementView({ id }: { id: string }) {
  const key = `agreement ${id}`;
  const loaded = useLoaded(key, (signal) => loadAgreement(id, signal));
  const [, redraw] = useState(0);
  const [editing, setEditing] = useState(false);
  useTitle(loaded.data?.organization.name);
  const onChanged = (page: AgreementPage) => {
    keepReply(key, page);
    setEditing(false);
    redraw((turn) => turn + 1);
  };
  return (
    <LoadedPage loaded={loaded}>
      {(page) =>
        editing ? (
          <Editing page={page} onChanged={onChanged} onCancel={() => setEditing(false)} />
        ) : (
          <div class="page">
            <AgreementHead page={page} onChanged={onChanged} onEdit={() => setEditing(true)} />
            <PromisesPart page={page} onChanged={onChanged} />
            <PapersPart page={page} onChanged={onChanged} />
            <ContactsPart page={page} />
            <HistoryPart page={page} />
          </div>
        )
      }
    </LoadedPage>
  );
}

function Editing({ page, onChanged, onCancel }: AgreementPart & { onCancel(): void }) {
  const { agreement, organization, kinds } = page;
  const { t } = useAgreements();
  return (
    <div class="page">
      <h1>{t('form.change')}</h1>
      <p class="muted">{organization.name}</p>
      <AgreementForm
        first={draftOf(agreement, organization)}
        kinds={kinds}
        isNew={false}
        save={async (facts) => onChanged(await saveAgreement(agreement.id, agreement.version, facts))}
        onCancel={onCancel}
      />
    </div>
  );
}
