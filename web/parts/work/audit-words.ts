import type { Access, Person } from '../../../core/audit/access-record.ts';
import type { Circumstances } from '../../../core/students/circumstances.ts';
import { type AuditTexts, auditEn } from '../../text/audit-en.ts';
import type { Translate } from '../../text/translate.ts';
import { circumstanceLines } from './circumstance-lines.ts';
import type { Work } from './use-work.ts';

export type SayAudit = Translate<AuditTexts>;

/** "Rosa Delgado, coordinator"; who it was and in which role. */
export function personWords({ kind, name, roles, viewedBy }: Person, t: SayAudit, say: Work['say']): string {
  if (kind === 'system') return t('system');
  const named = name === '' ? t('somebody') : name;
  const held = roles.map((role) => t(`role.${role}`));
  const whole = held.length > 0 ? t('seen.person', { name: named, roles: say.list(held) }) : named;
  return viewedBy === undefined ? whole : t('seen.as', { name: whole, by: viewedBy || t('somebody') });
}

/** "opened it 3 times" */
export function actionWords(action: Access['action'], n: number, t: SayAudit): string {
  const key = `did.${action}`;
  if (key === 'did.other' || !(key in auditEn)) return t('did.other', { n, action });
  return t(key as 'did.student.read', { n });
}

/** A part of the record in plain words; one that has none keeps its name. */
export function fieldWords(field: string, t: SayAudit): string {
  const key = `field.${field}`;
  return key in auditEn ? t(key as 'field.name') : field;
}

/** What something was shared for; a purpose that has no words keeps its own. */
export function purposeWords(purpose: string, t: SayAudit): string {
  const key = `purpose.${purpose}`;
  return key in auditEn ? t(key as 'purpose.give-help') : purpose;
}

/** What a part of the record held, in as plain words as there are for it. */
export function valueWords(field: string, value: unknown, work: Work, nothing: string): string {
  const { t, say, term, eligibility } = work;
  if (field === 'circumstances' && isCircumstances(value))
    return circumstanceLines(value, eligibility).join('; ') || nothing;
  if (value === undefined || value === null || value === '') return nothing;
  if (!Array.isArray(value)) return typeof value === 'object' ? objectWords(value) : String(value);
  if (value.length === 0) return nothing;
  if (field === 'freeTimes') return say.spans(value);
  return say.list(
    value.map((one: unknown) => {
      if (field === 'languages') return say.language(String(one));
      if (field === 'travelModes') return t(`mode.${one as 'walk'}`);
      if (isWish(one)) return term(one.term);
      return typeof one === 'object' && one !== null ? objectWords(one) : String(one);
    }),
  );
}

function isCircumstances(value: unknown): value is Circumstances {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWish(value: unknown): value is { term: string } {
  return typeof value === 'object' && value !== null && 'term' in value && typeof value.term === 'string';
}

/** The texts of a thing, one after the other: for names and contacts that is what people want to read. */
function objectWords(value: object): string {
  return Object.entries(value)
    .filter(([key, part]) => key !== 'id' && typeof part === 'string')
    .map(([, part]) => part)
    .join(' ');
}
