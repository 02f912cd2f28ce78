import type { ComponentChildren } from 'preact';
import type { SharedContent } from '../../../core/consents/shared-content.ts';
import { useWork } from '../work/use-work.ts';
import type { ConsentText } from './use-consent-words.ts';

/** What a partner reads; a part that was not agreed to is not there. */
export function ReceivedContent({ content, t }: { content: SharedContent; t: ConsentText }) {
  const { t: work, say, term } = useWork();
  const { name, contacts, needs, interests, matches } = content;
  const grade = content['grade-and-languages'];
  const free = content['free-times'];
  return (
    <dl class="profile">
      {name && (
        <Part label={t('content.name')}>
          {[name.name, t('content.number', { number: name.number })].filter(Boolean).join(', ')}
        </Part>
      )}
      {contacts && (
        <Part label={t('content.contacts')}>
          <Lines
            t={t}
            lines={contacts.map(({ name: who, relation, phone, email, language }) =>
              [`${who} (${t(`relation.${relation}`)})`, phone, email, language && say.language(language)]
                .filter(Boolean)
                .join(', '),
            )}
          />
        </Part>
      )}
      {grade && (
        <Part label={t('content.grade')}>
          {[say.grade(grade.grade), say.list(grade.languages.map(say.language))].filter(Boolean).join(', ')}
        </Part>
      )}
      {needs && (
        <Part label={t('content.needs')}>
          <Lines
            t={t}
            lines={needs.map((need) => `${term(need.term)} (${work(`urgency.${need.urgency}`)})`)}
          />
        </Part>
      )}
      {interests && (
        <Part label={t('content.interests')}>
          <Lines t={t} lines={interests.map((interest) => term(interest.term))} />
        </Part>
      )}
      {free && (
        <Part label={t('content.free')}>{free.length > 0 ? say.spans(free) : t('content.nothing')}</Part>
      )}
      {matches && (
        <Part label={t('content.matches')}>
          <Lines t={t} lines={matches.map((match) => `${match.serviceName}: ${term(match.term)}`)} />
        </Part>
      )}
    </dl>
  );
}

function Part({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lines({ lines, t }: { lines: readonly string[]; t: ConsentText }) {
  if (lines.length === 0) return <span class="muted">{t('content.nothing')}</span>;
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
