import { ACS_CHILDREN } from './acs-children.ts';
import type { ColumnNames } from './columns.ts';

/** Names of columns in files of the US Census Bureau (TIGER/Line, gazetteers, ACS tables) and of others, by field. */
export const AREA_COLUMNS: ColumnNames = {
  area_id: [
    'geoid',
    'geo_id',
    'geoid20',
    'geoid10',
    'geoidfq',
    'geoidfq20',
    'affgeoid',
    'id',
    'code',
    'feature_id',
  ],
  area_name: ['namelsad', 'namelsad20', 'name', 'geography'],
  people: ['children', 'under_18', 'estimate', 'B09001_001E', 'population'],
  margin: ['moe', 'margin_of_error', 'B09001_001M', 'people_margin', 'children_margin', 'children_moe'],
  land: ['aland', 'aland20', 'aland10'],
  latitude: ['intptlat', 'intptlat20', 'intptlat10', 'lat', 'y'],
  longitude: ['intptlon', 'intptlong', 'intptlon20', 'intptlon10', 'lon', 'long', 'lng', 'x'],
  geometry: ['outline', 'geojson'],
  locale: ['ulocale', 'locale_code', 'urbanicity'],
  deprivation: ['deprivation_quintile', 'quintile'],
  ...Object.fromEntries(ACS_CHILDREN.flatMap((line) => [`${line}E`, `${line}M`].map((name) => [name, []]))),
};
