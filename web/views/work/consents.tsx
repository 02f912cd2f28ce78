import './work.css';
import './student.css';
import './consents.css';
import { useState } from 'preact/hooks';
import { type ConsentsPage, loadConsents, withdrawConsent } from '../../api/consents.ts';
import { ConsentForm } from '../../parts/consents/consent-form.tsx';
import { ConsentItem } from '../../parts/consents/consent-item.tsx';
import { ShareRecords } from '../../parts/consents/share-records.tsx';
import { SharedItem } from '../../parts/consents/shared-item.tsx';
import {
  type ConsentSpeech,
  type ConsentText,
  useConsentText,
  useConsentWords,
} from '../../parts/consents/use-consent-words.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

export default function ConsentsView({ id }: { id: string }) {
  const t = useConsentText();
  const loaded = useLoaded(`consents ${id}`, (signal) => loadConsents(id, signal));
  useTitle(t('title'));
  return <LoadedPage loaded={loaded}>{(page) => <Consents page={page} reload={loaded.reload} />}</LoadedPage>;
}

type Done = 'sign.done' | 'paper.done' | 'withdraw.done' | 'share.done';

function Consents({ page, reload }: { page: ConsentsPage; reload(): void }) {
  const { student, consents, shared } = page;
  const speech = useConsentWords(page.words, page.organizations);
  const { t } = speech;
  const [done, setDone] = useState<Done | null>(null);
  const mine = useIsMine(student.id);
  const mayRecord = useSession().has('administrator', 'coordinator') && !mine;
  const live = consents.filter(({ state }) => state === 'live');
  const finish = (what: Done) => {
    setDone(what);
    reload();
  };
  const withdraw = (consentId: string) => (reason: string) =>
    withdrawConsent(student.id, consentId, reason).then(() => finish('withdraw.done'));
  return (
    <div class="page consents">
      <Head student={student} t={t} lead={t(mine ? 'lead.family' : 'lead.school')} />
      <StatusLine hidden={!done}>{done ? t(done) : ''}</StatusLine>
      <section class="section" aria-labelledby="given">
        <h2 id="given">{t('given')}</h2>
        {consents.length === 0 && (
          <EmptyState title={t('none.title')}>
            <p>{t(mine ? 'none.family' : 'none.school')}</p>
          </EmptyState>
        )}
        <ul class="plain-list consent-list">
          {consents.map((consent) => (
            <ConsentItem
              key={consent.id}
              consent={consent}
              speech={speech}
              withdraw={mine || mayRecord ? withdraw(consent.id) : undefined}
            />
          ))}
        </ul>
      </section>
      {mayRecord && live.length > 0 && (
        <section class="section no-print" aria-labelledby="share">
          <h2 id="share">{t('share')}</h2>
          <p>{t('share.lead')}</p>
          <ShareRecords page={page} live={live} speech={speech} onShared={() => finish('share.done')} />
        </section>
      )}
      <SharedSection page={page} shared={shared} speech={speech} />
      {(mine || mayRecord) && (
        <section class="section consent-giving" aria-labelledby="give">
          <h2 id="give" class="no-print">
            {t(mine ? 'give.family' : 'give')}
          </h2>
          <p class="no-print">{t('give.lead')}</p>
          <ConsentForm
            key={consents.length}
            page={page}
            speech={speech}
            online={mine}
            onGiven={() => finish(mine ? 'sign.done' : 'paper.done')}
          />
        </section>
      )}
    </div>
  );
}

function Head({ student, t, lead }: { student: ConsentsPage['student']; t: ConsentText; lead: string }) {
  const name = student.name ?? student.number;
  return (
    <header class="stack-tight">
      <p class="small no-print">
        <a href={`/students/${student.id}`}>
          <Glyph name="arrow-left" size={16} /> {t('back', { name })}
        </a>
      </p>
      <h1>{t('titleOf', { name })}</h1>
      <p>{lead}</p>
    </header>
  );
}

function SharedSection({
  page,
  shared,
  speech,
}: {
  page: ConsentsPage;
  shared: ConsentsPage['shared'];
  speech: ConsentSpeech;
}) {
  return (
    <section class="section" aria-labelledby="shared">
      <h2 id="shared">{speech.t('shared')}</h2>
      {shared.length === 0 && <p class="muted">{speech.t('shared.none')}</p>}
      <ul class="plain-list consent-list">
        {shared.map((one) => (
          <SharedItem
            key={one.id}
            shared={one}
            organization={page.organizations[one.organizationId] ?? ''}
            speech={speech}
          />
        ))}
      </ul>
    </section>
  );
}

/** Whether who is signed in is the student or the family. */
function useIsMine(studentId: string): boolean {
  const grants = useSession().account?.grants ?? [];
  return grants.some(
    ({ role, studentIds }) => (role === 'family' || role === 'student') && studentIds.includes(studentId),
  );
}
