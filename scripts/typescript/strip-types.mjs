// Types are replaced by spaces and nothing else is changed (tsconfig: erasableSyntaxOnly), so every line and column of
// an error is that of the source, without maps, and the code is as fast as what was written.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/wasm-typescript';

/** Node's hook for the text of a module (https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload). */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(await readFile(filename, 'utf8'), {
    mode: 'strip-only',
    module: true,
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
