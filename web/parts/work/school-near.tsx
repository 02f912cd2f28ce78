import { reachKm, TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { SchoolDomain, SchoolPage } from '../../api/schools.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { LinkButton } from '../button.tsx';
import { DomainBadge } from '../chip.tsx';
import { SelectField } from '../field.tsx';
import { Table } from '../table.tsx';
import { nearestWords } from './nearest-words.ts';
import type { SchoolQuery } from './school-query.ts';
import { useWork } from './use-work.ts';

interface SchoolNearProps {
  page: SchoolPage;
  query: SchoolQuery;
  onChange(reach: Partial<SchoolQuery>): void;
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60];

/** What is within reach of a school, domain by domain, with the way into Find. */
export function SchoolNear({ page, query, onChange }: SchoolNearProps) {
  const { t } = useWork();
  const { minutes, mode } = query;
  const choices = [...new Set([...MINUTES, minutes])].sort((a, b) => a - b);
  return (
    <div class="section" id="near">
      <div class="section-head">
        <h2>{t('school.near')}</h2>
        <div class="controls no-print">
          <SelectField
            label={t('school.minutes')}
            value={String(minutes)}
            options={choices.map((n) => ({ value: String(n), label: t('minutes.n', { n }) }))}
            onChange={(value) => onChange({ minutes: Number(value) })}
          />
          <SelectField
            label={t('school.mode')}
            value={mode}
            options={TRAVEL_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(value) => onChange({ mode: value as TravelMode })}
          />
          <LinkButton href={findHref(page.school.id, query)} icon="search">
            {t('school.find')}
          </LinkButton>
        </div>
      </div>
      <div class="near">
        <NearTable page={page} query={query} />
        <NearMap page={page} query={query} />
      </div>
    </div>
  );
}

function NearTable({ page, query }: Pick<SchoolNearProps, 'page' | 'query'>) {
  const { t, term } = useWork();
  const { minutes, mode } = query;
  const reach = t('school.reach', { n: minutes, by: t(`by.${mode}`) });
  return (
    <div class="near-table">
      <Table<SchoolDomain>
        caption={t('school.near')}
        rows={page.domains}
        rowKey={({ domain }) => domain}
        columns={[
          {
            key: 'domain',
            label: t('school.domain'),
            cell: ({ domain }) => (
              <a class="near-name" href={findHref(page.school.id, query, domain)}>
                <DomainBadge domain={domain} size={18} />
                {term(domain)}
              </a>
            ),
          },
          { key: 'offers', label: reach, figure: true, cell: ({ offers }) => offers },
          {
            key: 'nearest',
            label: t('school.nearest'),
            cell: ({ nearest }) =>
              nearest ? nearestWords(nearest, minutes, t) : <span class="muted">{t('school.nothing')}</span>,
          },
        ]}
      />
    </div>
  );
}

function NearMap({ page, query }: Pick<SchoolNearProps, 'page' | 'query'>) {
  const { t } = useWork();
  const { config } = useSetting();
  const { school } = page;
  const { minutes, mode } = query;
  const position = school.point?.coordinates;
  const rule = config?.travel[mode];
  if (!position) return null;
  const label = t('school.reach', { n: minutes, by: t(`by.${mode}`) });
  return (
    <PlaceMap
      label={t('school.map', { name: school.name })}
      origin={{ position, label: school.name, kind: 'school' }}
      reach={rule ? { center: position, km: reachKm(minutes, rule), label } : null}
      fit={`${school.id} ${minutes} ${mode} ${rule ? 1 : 0}`}
    />
  );
}

function findHref(school: string, { minutes, mode }: SchoolQuery, terms?: string): string {
  return `/?${new URLSearchParams({ ...(terms ? { terms } : {}), school, minutes: String(minutes), mode })}`;
}
