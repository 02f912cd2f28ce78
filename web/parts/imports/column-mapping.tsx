import './column-mapping.css';
import { useMemo } from 'preact/hooks';
import { NEEDED_FIELDS } from '../../../core/imports/known-columns.ts';
import { missingFields } from '../../../core/imports/mapping-draft.ts';
import { createProgramFinder } from '../../../core/imports/program-finder.ts';
import { createSchoolFinder } from '../../../core/imports/school-finder.ts';
import { createTermFinder } from '../../../core/imports/term-finder.ts';
import { type TriedRow, tryRows } from '../../../core/imports/try-rows.ts';
import { useSetting } from '../../state/config.tsx';
import { useRested } from '../../state/use-rested.ts';
import { CategoryList } from './category-list.tsx';
import { ColumnList } from './column-list.tsx';
import { EveryRow } from './every-row.tsx';
import { PreviewRows } from './preview-rows.tsx';
import type { OpenMapping } from './use-mapping.ts';
import { type MappingVoice, useMappingWords } from './use-mapping-words.ts';

/** So many rows are read again with each change: a tenth of a second of work. */
const TRIED_ROWS = 200;

/** What the columns of the chosen file are: guessed, changed, tried on its first rows in the page. */
export function ColumnMapping({ open, source }: { open: OpenMapping; source: string }) {
  const voice = useMappingWords();
  const { t } = voice;
  const tried = useTried(open, source);
  const missing = missingWords(open, voice);
  return (
    <section class="stack mapping" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('title')}</h2>
      <p class="muted">
        {t('lead')} {open.sample.records.length > TRIED_ROWS && t('cut', { n: TRIED_ROWS })}
      </p>
      {open.compared && <Compared {...open.compared} voice={voice} />}
      {missing && <p class="notice">{missing}</p>}
      <ColumnList open={open} tried={tried} />
      {open.kind === 'directory-table' && <EveryRow open={open} />}
      {open.kind === 'directory-table' && <CategoryList open={open} />}
      <PreviewRows kind={open.kind} tried={tried} />
    </section>
  );
}

/** The sentence that says what is still needed; undefined where nothing is. */
export function missingWords(
  { kind, draft }: OpenMapping,
  { t, field, work }: MappingVoice,
): string | undefined {
  const groups = missingFields(draft, NEEDED_FIELDS[kind]).map((group) => {
    const [first, second] = group.map(field);
    return second === undefined ? first! : t('or', { a: first!, b: second });
  });
  return groups.length > 0 ? t('missing', { fields: work.say.list(groups) }) : undefined;
}

function useTried({ kind, sample, mapping: newest, known, words }: OpenMapping, source: string): TriedRow[] {
  const { config, schools, terms } = useSetting();
  const mapping = useRested(newest);
  const district = config?.district ?? undefined;
  return useMemo(() => {
    const students = {
      district: {
        bounds: district?.bounds ?? [-180, -90, 180, 90],
        homeResolution: district?.homeResolution ?? 7,
      },
      findSchool: createSchoolFinder(
        schools.map((school) => ({
          ...school,
          sourceId: school.source.id,
          sourceSystem: school.source.system,
        })),
        source,
      ),
      findTerm: createTermFinder({ terms: terms.all, get: terms.get }),
      eligibility: { words, findProgram: createProgramFinder(words.programs) },
      source,
    };
    return tryRows(kind, sample.records.slice(0, TRIED_ROWS + 1), mapping, {
      known,
      bounds: district?.bounds,
      students,
    });
  }, [kind, sample, mapping, known, district, schools, terms, words, source]);
}

function Compared({
  gone,
  fresh,
  voice: { t, work },
}: {
  gone: string[];
  fresh: string[];
  voice: MappingVoice;
}) {
  return (
    <div class="notice">
      <p>{t('remembered')}</p>
      {gone.length > 0 && <p>{t('gone', { columns: work.say.list(gone) })}</p>}
      {fresh.length > 0 && <p>{t('fresh', { columns: work.say.list(fresh) })}</p>}
    </div>
  );
}
