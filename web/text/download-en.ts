/** What the page says where the directory is downloaded, in English. */
export const downloadEn = {
  title: 'Download the directory',
  'title.part': 'Download what you found',
  'title.site': 'Download what is at {place}',
  all: 'Every service, place and organization that everybody may see here.',
  part: 'Only what your search found, with its places and the organizations that give it.',
  found: { one: '{n} service', other: '{n} services' },
  change: 'Change the search',
  backToSite: 'Back to the page of this place',
  wholeInstead: 'Download the whole directory',
  nothing: 'Nothing was found, so there is nothing to download',
  nothingHelp: 'Take a filter off your search, or download the whole directory.',
  choose: 'Choose a file',
  download: 'Download {file}',
  'csv.name': 'a table (CSV)',
  'csv.for': 'For a spreadsheet such as Excel or Google Sheets. One row for each service at each place.',
  'geojson.name': 'a map (GeoJSON)',
  'geojson.for': 'For a map program such as QGIS. One point for each service at each place.',
  'hsds.zip.name': 'tables (HSDS, zip)',
  'hsds.zip.for':
    'For another directory or a database. Everything in the Open Referral standard, one CSV file a table.',
  'hsds.json.name': 'records (HSDS, JSON)',
  'hsds.json.for': 'For programs. The same, each service and organization as one record.',
  'hsds.ndjson.name': 'lines (HSDS, JSON)',
  'hsds.ndjson.for': 'For programs that read large files. The same, one record a line.',
  inside: 'What is in a file',
  insideText:
    'What these pages show to everybody. Nothing about students. Places that must stay secret have no address and no point. The file says which search it is from.',
  embed: 'Show this search on your own web site instead',
  large: 'A large file takes a moment to begin. You may go on working meanwhile.',
} as const;

export type DownloadTexts = typeof downloadEn;
