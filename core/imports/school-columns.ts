import type { ColumnNames } from './columns.ts';

/** Names of columns in files of NCES (CCD, EDGE, PSS), of states and of districts, by field of ours. */
export const SCHOOL_COLUMNS: ColumnNames = {
  id: ['school_id', 'schid', 'school_code', 'schcode', 'code', 'pss_id', 'ppin', 'sourcedId'],
  nces_id: ['ncessch', 'ncesid', 'nces_school_id', 'school_nces_id'],
  name: ['sch_name', 'school_name', 'schname', 'schnam', 'pinst', 'school'],
  latitude: ['lat', 'latcod', 'lat1516', 'y', 'latitude1516'],
  longitude: ['lon', 'long', 'lng', 'loncod', 'lon1516', 'x', 'longitude1516'],
  address: ['street', 'lstreet1', 'lstree', 'address_1', 'location_address', 'paddrs'],
  city: ['lcity', 'location_city', 'pcity'],
  county: ['nmcnty', 'cnty_name', 'county_name', 'pcntnm', 'nmcnty15'],
  state: ['stabr', 'lstate', 'stabb', 'location_state', 'state_province', 'pstabb'],
  zip: ['lzip', 'zipcode', 'zip_code', 'postal_code', 'location_zip', 'pzip'],
  phone: ['telephone', 'phone_number', 'pphone'],
  lowest_grade: ['gslo', 'grades_low', 'low_grade', 'lograde', 'lowest_grade_offered', 'lograd'],
  highest_grade: ['gshi', 'grades_high', 'high_grade', 'higrade', 'highest_grade_offered', 'higrad'],
  enrollment: [
    'member',
    'total',
    'total_enrollment',
    'tot_enrollment',
    'enroll_val',
    'total_students',
    'numstuds',
    'students',
  ],
  locale: ['ulocale', 'locale15', 'ulocal15', 'urbanicity', 'locale_code'],
  day_starts_at: ['dayStartsAt', 'first_bell', 'start_time', 'day_starts', 'bell_start'],
  day_ends_at: ['dayEndsAt', 'dismissal', 'dismissal_time', 'day_ends', 'bell_end'],
  status: ['sy_status_text', 'sy_status', 'updated_status_text', 'school_status'],
  year: ['school_year', 'schoolYear', 'schoolyear', 'year', 'survyear'],
};
