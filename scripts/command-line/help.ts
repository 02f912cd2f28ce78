import type { Deps } from '../../server/deps.ts';

/** What a command gets from the command line. */
export interface CommandInput {
  words: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
  say(message: string): void;
}

/** Checks its input before anything is started, then returns the work; that gives the exit code. */
export type Command = (input: CommandInput) => Promise<(deps: Deps) => Promise<number>>;

export const HELP = `npm run trellis -- <command>
  district --name <name> --bounds <west,south,east,north> [--timezone America/New_York] [--units miles|kilometers]
           [--small-numbers 10]   (no figure about fewer students is told)
                                                                     the community, before anything is imported
  import hsds <folder | zip | csv | json | ndjson> --source <name>   the directory, in HSDS 1 to 3
  import directory-table <csv | json | ndjson | geojson> --source <name>
                                                                     services from any table: one row a service, or iCarol
  import osm <json | geojson> --source <name>                        services from OpenStreetMap (Overpass)
  import schools <folder | zip | csv | geojson> --source <name>      schools; NCES's CCD and EDGE files together
         --only "state=OR;county=Polk;district=…" for a file of a whole state or country
  import students <csv> --source <name>                              students with needs and interests
  import oneroster <folder | zip> --source <name>                    students from a OneRoster 1.1 or 1.2 export
  import areas <geojson | csv> --source <name>                       census areas with the number of children
         --columns "our field=their column;…" for files whose column names are not known (docs/import.md)
         --every-row "our field=what all rows say;…" for tables of services, such as "city=Tulsa;terms=library"
         --keep-ids for a directory from /hsds of another installation: its records stay the same records
         --dry-run says what a directory or a roster would change, and stores nothing
         --add-schools adds the schools of a roster that are not known, without a place on the map
         --let-leave lets more than half of a roster's students leave at once
  match [--school <id or name> | --students <id,id,…>]               matches for a school, for students, for all
  plan [--school <id or name>]                                       a placement plan: a proposal, nothing is in force
  account create-administrator --email <address> --name <name>       the first account (asks for a password)
  student forget --number <number> --confirm <the same number>       takes a student out of everything for good
  student forget --again [--list <file>]                             does so again after a backup was restored
  student forgotten --list <file>                                    writes whom to forget again, in hashes, to keep outside
  student lift --number <number>                                     lets a forgotten student come back with an import
  retention run | retention report                                   deletes what was kept long enough; what was deleted last
  roads build <file.osm.pbf>                                         roads out of an OpenStreetMap extract, for travel times
  roads status                                                       which roads are there, and whether they are used
  roads reach --from=<longitude,latitude> --mode walk|bike|car --minutes <15>
                                                                     the area that is reached, as GeoJSON
  keys rotate                                                        seals everything anew with the first key of DATA_KEYS
  audit verify [--anchor <number:code>]                              finds a changed, removed or reordered entry of the log
  audit anchor                                                       prints how far the log has come, to be kept elsewhere
  audit cut --before <day>                                           removes what is older, at a signed place
Everywhere: --data-dir <folder>, as for npm start. With MONGODB_URI and REDIS_URL set, those servers are used.`;
