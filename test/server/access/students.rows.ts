import { type AccessRow, opens } from './row.ts';

interface List {
  items: { id: string }[];
}

export const studentRows: readonly AccessRow[] = [
  {
    route: 'GET /students',
    opens: opens.staff,
    shows: (body, { corners }, scope) =>
      (body as List).items.some(({ id }) => id === corners[scope].studentId),
  },
  {
    route: 'POST /students/search',
    body: () => ({}),
    opens: opens.staff,
    shows: (body, { corners }, scope) =>
      (body as List).items.some(({ id }) => id === corners[scope].studentId),
  },
  {
    route: 'GET /students/:id',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}`,
    opens: { ...opens.staff, family: 'own', student: 'own' },
  },
  {
    route: 'PATCH /students/:id',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}`,
    body: () => ({ languages: ['en'] }),
    opens: { administrator: 'own sibling', coordinator: 'own' },
  },
  {
    // With a number that is not the student's, so that the world stays as it is.
    route: 'DELETE /students/:id',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}`,
    body: () => ({ number: 'not this one' }),
    really: ({ corners }, scope) => ({ number: corners[scope].studentId }),
    opens: opens.administrator,
    alsoOpen: [400],
  },
  {
    route: 'GET /students/:id/matches',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}/matches`,
    opens: { ...opens.staff, family: 'own', student: 'own' },
  },
  {
    route: 'POST /students/:id/why',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}/why`,
    body: () => ({ term: 'tutoring', offerId: 'nothing' }),
    opens: { ...opens.staff, family: 'own', student: 'own' },
    alsoOpen: [400],
  },
  {
    route: 'POST /students/:id/what-would-help',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}/what-would-help`,
    body: () => ({ term: 'tutoring' }),
    opens: { ...opens.staff, family: 'own', student: 'own' },
  },
  {
    route: 'POST /students/:id/matches/preview',
    path: ({ corners }, scope) => `/students/${corners[scope].studentId}/matches/preview`,
    body: () => ({
      weights: { term: 3, urgency: 1, travel: 3, places: 1, language: 2, cost: 1, continuity: 1 },
      travelHalfMinutes: 15,
    }),
    opens: { ...opens.staff, family: 'own', student: 'own' },
  },
  {
    route: 'POST /forgotten-students/lift',
    body: () => ({ number: 'nobody' }),
    opens: { administrator: opens.all },
  },
  { route: 'GET /retention-reports', opens: { administrator: opens.all } },
  {
    route: 'GET /schools/:id/students.csv',
    path: ({ corners }, scope) => `/schools/${corners[scope].schoolId}/students.csv`,
    opens: { administrator: 'own sibling', coordinator: 'own' },
  },
  {
    route: 'GET /schools/:id/needs',
    path: ({ corners }, scope) => `/schools/${corners[scope].schoolId}/needs`,
    opens: opens.staff,
  },
];
