/** How many students live in an H3 cell; null: nobody knows where. */
export interface HomeCount {
  cell: string | null;
  students: number;
}

/** Students of one school who are told of together, as if all of them lived in `cell`. */
export interface Group extends HomeCount {
  schoolId: string;
}

export function studentsOf(counts: Iterable<HomeCount>): number {
  let sum = 0;
  for (const { students } of counts) sum += students;
  return sum;
}

/** Cells in the order of their ids, those who live nobody knows where last. */
export function byCell(a: Pick<HomeCount, 'cell'>, b: Pick<HomeCount, 'cell'>): number {
  if (a.cell === b.cell) return 0;
  if (a.cell === null || b.cell === null) return a.cell === null ? 1 : -1;
  return a.cell < b.cell ? -1 : 1;
}
