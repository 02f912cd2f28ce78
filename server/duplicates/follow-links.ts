import type { Connection } from 'mongoose';
import { readSurvivors } from './merge-store.ts';
import { MERGED_LINKS, type MergedLink } from './merged-links.ts';
import { noteImported } from './settle-link.ts';

type Linked = { id: string };

/** Where the links of records of a file lead now: to what the records that they name were merged into. */
export async function followLinks(
  db: Connection,
  collection: string,
  records: readonly Linked[],
): Promise<(record: Linked) => Record<string, unknown>> {
  const links = linksOf(collection);
  const ids = records.flatMap((record) => links.flatMap((link) => link.idsIn(toldIn(record, link))));
  const survivorOf = await readSurvivors(db, ids);
  return (record) =>
    Object.fromEntries(
      links.flatMap((link) => {
        const value = toldIn(record, link);
        return value === undefined ? [] : [[link.field, link.follow(value, survivorOf)]];
      }),
    );
}

/** Keeps what the file said beside what is written, so that a merge can be undone for what was imported since. */
export async function noteLinks(
  db: Connection,
  collection: string,
  written: readonly { id: string; said: Linked; replacement: Record<string, unknown> }[],
): Promise<void> {
  for (const link of linksOf(collection))
    await noteImported(
      db,
      link,
      written.map(({ id, said, replacement }) => ({
        recordId: id,
        original: toldIn(said, link),
        now: replacement[link.field],
      })),
    );
}

function linksOf(collection: string): MergedLink[] {
  return Object.values(MERGED_LINKS)
    .flat()
    .filter((link) => link.collection === collection);
}

function toldIn(record: object, { field }: MergedLink): unknown {
  return Object.entries(record).find(([name]) => name === field)?.[1];
}
