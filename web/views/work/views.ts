/** Parts of other views that most people need not, told when one of them is wanted. */
export const views = {
  closeOrganization: () => import('./close-organization.tsx'),
  ownLinks: () => import('./own-links.tsx'),
  sessionWatch: () => import('./session-watch.tsx'),
  nothingFound: () => import('../find/nothing-found.tsx'),
  moreFilters: () => import('../find/more-filters.tsx'),
} as const;
