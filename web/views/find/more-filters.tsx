import { WEEKDAYS, type Weekday } from '../../../core/schedule/schedule.ts';
import { CheckField, SelectField, TextField } from '../../parts/field.tsx';
import { mayAskApproved } from '../../state/may-ask-approved.ts';
import { useSession } from '../../state/session.tsx';
import { capital } from '../../text/say-hours.ts';
import { sayGrade, sayLanguage } from '../../text/say-people.ts';
import { useVoice } from '../../text/use-voice.tsx';
import type { FilterProps } from './filter-bar.tsx';

/** Languages that schools in the United States meet most (NCES, English learners), by ISO 639-1. */
const LANGUAGES = [
  'es',
  'en',
  'ar',
  'zh',
  'vi',
  'pt',
  'ru',
  'ht',
  'uk',
  'fr',
  'so',
  'sw',
  'ko',
  'tl',
  'ne',
  'ps',
];
const GRADES = Array.from({ length: 14 }, (_, index) => index - 1);

/** Behind a click, and loaded with it: the first view is light. */
export default function MoreFilters({ query, ask }: FilterProps) {
  const voice = useVoice();
  const { t } = voice;
  const { account } = useSession();
  const any = { value: '', label: t('filter.any') };
  const languages = LANGUAGES.map((code) => ({ value: code, label: capital(sayLanguage(voice, code)) }));
  const known = query.language === null || LANGUAGES.includes(query.language);
  const own = known ? [] : [{ value: query.language!, label: sayLanguage(voice, query.language!) }];
  return (
    <div class="filter-panel">
      <SelectField
        label={t('filter.day')}
        value={query.day ?? ''}
        options={[any, ...WEEKDAYS.map((day) => ({ value: day, label: capital(t(`days.${day}`)) }))]}
        onChange={(day) => ask({ day: (day || null) as Weekday | null })}
      />
      <TextField
        label={t('filter.from')}
        type="time"
        value={query.from ?? ''}
        onChange={(event) => ask({ from: event.currentTarget.value || null })}
      />
      <TextField
        label={t('filter.to')}
        type="time"
        value={query.to ?? ''}
        onChange={(event) => ask({ to: event.currentTarget.value || null })}
      />
      <SelectField
        label={t('filter.language')}
        value={query.language ?? ''}
        options={[any, ...languages, ...own]}
        onChange={(language) => ask({ language: language || null })}
      />
      <SelectField
        label={t('filter.grade')}
        value={query.grade === null ? '' : String(query.grade)}
        options={[
          any,
          ...GRADES.map((grade) => ({ value: String(grade), label: capital(sayGrade(voice, grade)) })),
        ]}
        onChange={(grade) => ask({ grade: grade === '' ? null : Number(grade) })}
      />
      <TextField
        label={t('filter.age')}
        inputMode="numeric"
        value={query.age === null ? '' : String(query.age)}
        onChange={(event) => ask({ age: readAge(event.currentTarget.value) })}
      />
      <div class="filter-checks">
        <CheckField
          label={t('filter.openNow')}
          checked={query.openNow}
          onChange={(openNow) => ask({ openNow })}
        />
        <CheckField label={t('filter.free')} checked={query.free} onChange={(free) => ask({ free })} />
        <CheckField
          label={t('filter.places')}
          checked={query.places}
          onChange={(places) => ask({ places })}
        />
        {mayAskApproved(account, query.school) && (
          <CheckField
            label={t('filter.approved')}
            checked={query.approved}
            onChange={(approved) => ask({ approved })}
          />
        )}
      </div>
    </div>
  );
}

/** Forgiving: "4 years" is 4; what is no age is none. */
function readAge(text: string): number | null {
  const age = Number.parseInt(text.trim(), 10);
  return age >= 0 && age <= 130 ? age : null;
}
