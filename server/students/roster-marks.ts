/**
 * What the roster that leads a student said last, part by part: as it is where it lies in the open anyhow, else as a
 * keyed hash. A roster that says the same again changes nothing, so what people have corrected stays until it says
 * something else.
 */
export interface RosterMarks {
  schoolId?: string;
  grade?: string;
  localId?: string;
  languages?: string;
  name?: string;
  birthDate?: string;
}
