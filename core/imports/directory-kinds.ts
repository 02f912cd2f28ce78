/** The kinds of imports that bring a directory: organizations, places and services. */
export const DIRECTORY_KINDS = ['hsds', 'directory-table', 'osm'] as const;
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

export function isDirectoryKind(kind: string): kind is DirectoryKind {
  return (DIRECTORY_KINDS as readonly string[]).includes(kind);
}
