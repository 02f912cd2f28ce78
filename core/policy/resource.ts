/**
 * What a record says of itself when the policy is asked: whom it is about and to whom it belongs. What is not said
 * opens nothing.
 */
export interface Resource {
  /** The district whose record it is. Undefined: no district's, so only who is held to no district reaches it. */
  districtId?: string | undefined;
  /** All the schools that it is about. */
  schoolIds?: readonly string[];
  /** All the students that it is about. */
  studentIds?: readonly string[];
  /** Who holds the rights over the student's record: the family, or the student from 18 on (34 CFR 99.5). */
  rightsHeldBy?: 'family' | 'student';
  organizationId?: string;
  /** The account that it belongs to. */
  accountId?: string | undefined;
  /** Whether it belongs to the directory, which is public, or tells of people. */
  about?: 'directory' | 'people';
}
