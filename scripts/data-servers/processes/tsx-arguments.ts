import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Arguments by which Node runs TypeScript files, whatever folder it is started in. */
export function tsxArguments(): string[] {
  // import.meta.resolve is not there where a test runner has made a CommonJS module of this file.
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
