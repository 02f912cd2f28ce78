const KNOWN = /\.(zip|csv|json|ndjson|jsonl|geojson)$/i;

export interface ImportErrors {
  source?: 'imports.sourceMissing' | 'imports.sourceWrong';
  file?: 'imports.fileMissing' | 'imports.fileWrong' | 'imports.fileEmpty';
}

/** What is wrong with a planned import, before anything is sent. The server's rule for names is the same. */
export function importErrors(source: string, file: Pick<File, 'name' | 'size'> | null): ImportErrors {
  const errors: ImportErrors = {};
  const name = source.trim();
  if (!name) errors.source = 'imports.sourceMissing';
  else if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name)) errors.source = 'imports.sourceWrong';
  if (!file) errors.file = 'imports.fileMissing';
  else if (!KNOWN.test(file.name)) errors.file = 'imports.fileWrong';
  else if (file.size === 0) errors.file = 'imports.fileEmpty';
  return errors;
}
