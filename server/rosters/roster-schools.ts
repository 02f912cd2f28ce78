import type { Connection } from 'mongoose';
import type { Note } from '../../core/imports/finding.ts';
import { createOrgFinder, type RosterOrg } from '../../core/imports/oneroster/find-org-school.ts';
import type { RosterFields } from '../../core/imports/oneroster/roster-facts.ts';
import type { SchoolRef } from '../../core/imports/school-finder.ts';
import { School } from '../../core/schools/school.ts';
import { recordId } from '../imports/record-id.ts';
import { schools as schoolSpec } from '../schools/school-collection.ts';
import { model, toStored } from '../store/collection.ts';

/** A school that a roster names; without an id it is none that is known here. */
export interface RosterSchool {
  id: string | undefined;
  name: string;
}

export interface RosterSchools {
  list: RosterSchool[];
  /** The place in the list; -1 where the organization is no school. */
  placeOf(org: string): number;
  take(row: RosterFields, note: Note): void;
  /** Keeps by which ids this source means which schools, and adds those that are new: a later delta names ids alone. */
  keep(): Promise<void>;
}

interface Asked {
  db: Connection;
  source: string;
  districtId: string;
  known: readonly SchoolRef[];
  /** Adds schools that are not known, without a place on the map. */
  addSchools: boolean;
}

export function rosterSchools({ db, source, districtId, known, addSchools }: Asked): RosterSchools {
  const find = createOrgFinder(known, source);
  const list: RosterSchool[] = [];
  const places = new Map<string, number>();
  const met: { org: RosterOrg; id: string; isNew: boolean }[] = [];
  const add = (sourcedId: string, school: RosterSchool) => {
    places.set(sourcedId, list.length);
    list.push(school);
  };
  for (const { id, name, otherIds = [], sourceSystem, sourceId } of known)
    for (const ref of [{ system: sourceSystem, id: sourceId }, ...otherIds])
      if (ref.system === source) add(ref.id, { id, name });
  const newSchool = (org: RosterOrg): string | undefined =>
    addSchools && org.name !== '' ? recordId('school', { system: source, id: org.sourcedId }) : undefined;
  return {
    list,
    placeOf: (org) => places.get(org) ?? -1,
    take(row, note) {
      const org = orgOf(row);
      if (org.sourcedId === '' || !/^school$/i.test((row.type ?? '').trim()) || places.has(org.sourcedId))
        return;
      const found = find(org);
      const id = typeof found === 'string' ? (found === 'unknown' ? newSchool(org) : undefined) : found.id;
      if (id === undefined)
        note({
          code: found === 'ambiguous' ? 'ambiguous-school' : 'unknown-school',
          field: 'name',
          value: org.name,
          action: 'left-out',
        });
      else met.push({ org, id, isNew: typeof found === 'string' });
      add(org.sourcedId, { id, name: org.name });
    },
    async keep() {
      const writes = met.map(({ org, id, isNew }) => {
        const ref = { system: source, id: org.sourcedId };
        return isNew
          ? addSchoolOnce(School.parse({ ...schoolOf(org), id, source: ref, districtId }))
          : { updateOne: { filter: { _id: id }, update: { $addToSet: { otherIds: ref } } } };
      });
      if (writes.length > 0) await schoolsIn(db).collection.bulkWrite(writes as never);
    },
  };
}

function orgOf({ id = '', name = '', identifier = '' }: RosterFields): RosterOrg {
  return { sourcedId: id.trim(), name: name.trim().slice(0, 300), identifier: identifier.trim() };
}

function schoolOf({ name, identifier }: RosterOrg) {
  return { name, ...(/^\d{12}$/.test(identifier) && { ncesId: identifier }) };
}

function addSchoolOnce(school: School) {
  const { _id, ...rest } = toStored(school);
  return { updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } };
}

const schoolsIn = (db: Connection) => model<School & { otherIds?: School['source'][] }>(db, schoolSpec);
