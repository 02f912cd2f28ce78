/** The files of the views that are not on the way to the first one, told when one of them is wanted. */
export const views = {
  schools: () => import('./schools.tsx'),
  school: () => import('./school.tsx'),
  student: () => import('./student.tsx'),
  shared: () => import('./shared-records.tsx'),
  disclosures: () => import('./disclosures.tsx'),
  audit: () => import('./audit.tsx'),
  retention: () => import('./retention.tsx'),
  weights: () => import('./weights.tsx'),
  runs: () => import('./runs.tsx'),
  plans: () => import('./plans.tsx'),
  gaps: () => import('./gaps.tsx'),
  import: () => import('./import.tsx'),
  signIn: () => import('./sign-in.tsx'),
  accounts: () => import('./accounts.tsx'),
  ownLinks: () => import('./own-links.tsx'),
  sessionWatch: () => import('./session-watch.tsx'),
} as const;
