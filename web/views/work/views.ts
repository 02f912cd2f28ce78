/** Parts of other views that only people who work with Trellis need, told when one of them is wanted. */
export const views = {
  closeOrganization: () => import('./close-organization.tsx'),
  ownLinks: () => import('./own-links.tsx'),
  sessionWatch: () => import('./session-watch.tsx'),
} as const;
