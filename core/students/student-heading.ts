/** Who stands over a page about one student. */
export interface StudentHeading {
  id: string;
  schoolId: string;
  /** The school's name. */
  school: string;
  /** The district's own number. */
  number: string;
  grade: number;
  name: string | null;
}
