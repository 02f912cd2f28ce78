import { useMemo } from 'preact/hooks';
import { type ImportMappingTexts, importMappingEn } from '../../text/import-mapping-en.ts';
import { importMappingEs } from '../../text/import-mapping-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: importMappingEn, es: importMappingEs };

export type SayMapping = Translate<ImportMappingTexts>;

export interface MappingVoice {
  t: SayMapping;
  work: Work;
  /** What people call one of our fields. */
  field(name: string): string;
}

export function useMappingWords(): MappingVoice {
  const work = useWork();
  const t = useTextOf(texts);
  return useMemo(() => ({ t, work, field: (name) => fieldWords(name, t, work) }), [t, work]);
}

function fieldWords(name: string, t: SayMapping, work: Work): string {
  const key = `field.${name}`;
  if (key in importMappingEn) return t(key as 'field.name');
  const [, phone, aspect] =
    /^(phone(?:_[a-z]+(?:_[a-z]+)??|_\d)?)_(name|description|private)$/.exec(name) ?? [];
  if (phone && aspect) {
    const words = { phone: fieldWords(phone, t, work) };
    if (aspect === 'private') return t('field.phonePrivate', words);
    return t(aspect === 'name' ? 'field.phoneName' : 'field.phoneDescription', words);
  }
  const number = /^phone_(\d)$/.exec(name)?.[1];
  if (number) return t('field.phoneN', { n: number });
  const day = /^hours_(\w+)$/.exec(name)?.[1];
  if (day) return t('field.hoursOn', { day: t(`day.${day as 'monday'}`) });
  const [, n, part] = /^contact_(\d)_(\w+)$/.exec(name) ?? [];
  if (n && part) return t('field.contact', { n, part: t(`part.${part as 'name'}`) });
  const [, group, id] = /^(program|attribute):(.+)$/.exec(name) ?? [];
  if (id) return group === 'program' ? t('field.program', { name: work.eligibility.program(id) }) : id;
  return name;
}
