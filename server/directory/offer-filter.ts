import type { LocalMoment } from '../../core/directory/local-moment.ts';
import { toWords } from '../../core/directory/words.ts';
import type { FindQuery } from './find-query.ts';

/**
 * What Find was asked, as MongoDB's conditions on offers; all must hold. A fact that nobody knows does not exclude
 * ("$not" and "$ne" let absent fields through), except that `free` and `language` want a yes.
 */
export function offerFilter(query: FindQuery, moment: LocalMoment): object {
  const conditions = [
    ...toWords(query.q ?? '').map(wordCondition),
    ...(query.terms?.length ? [{ termsAndAbove: { $in: query.terms } }] : []),
    ...(query.location === undefined ? [] : [{ locationId: query.location, confidentiality: 'public' }]),
    ...(query.kind === undefined ? [] : [{ kind: query.kind }]),
    ...(query.free ? [{ free: true }] : []),
    ...(query.language === undefined ? [] : [{ languages: query.language }]),
    ...(query.places ? [{ placesFree: { $ne: 0 } }] : []),
    ...(query.grade === undefined ? [] : gradeConditions(query.grade)),
    ...(query.age === undefined ? [] : ageConditions(query.age)),
    ...timeConditions(query),
    ...(query.openNow ? [openAtCondition(moment)] : []),
  ];
  return conditions.length > 0 ? { $and: conditions } : {};
}

/** An offer has a word that begins like this; words are plain letters and digits, so nothing needs escaping. */
function wordCondition(word: string) {
  return { words: { $regex: `^${word}` } };
}

function gradeConditions(grade: number) {
  return [
    { 'eligibility.minimumGrade': { $not: { $gt: grade } } },
    { 'eligibility.maximumGrade': { $not: { $lt: grade } } },
  ];
}

/** A child of 5 may be five and a half: only who is surely too young or too old is left out. */
function ageConditions(age: number) {
  return [
    { 'eligibility.minimumAge': { $not: { $gte: age + 1 } } },
    { 'eligibility.maximumAge': { $not: { $lt: age } } },
  ];
}

/** Open for a while on that day between the two times; without a day, on any day. */
function timeConditions({ day, from, to }: FindQuery) {
  if (day === undefined && from === undefined && to === undefined) return [];
  const span = {
    ...(day !== undefined && { day }),
    ...(to !== undefined && { from: { $lt: to } }),
    ...(from !== undefined && { to: { $gt: from } }),
  };
  return [orHoursUnknown(span)];
}

function openAtCondition({ day, time }: LocalMoment) {
  return orHoursUnknown({ day, from: { $lte: time }, to: { $gt: time } });
}

function orHoursUnknown(span: object) {
  return { $or: [{ hoursKnown: false }, { hours: { $elemMatch: span } }] };
}
