import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** What each folder may not import, planted in a file of its own. */
const PLANTED: [string, string][] = [
  ['core', "import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n"],
  ['core', "import { model } from '../../server/store/collection.ts';\nexport const m = model;\n"],
  ['server', "import { runTasks } from '../../workers/run-tasks.ts';\nexport const r = runTasks;\n"],
  ['workers', "import { render } from 'preact';\nexport const r = render;\n"],
  ['web', "import { createApp } from '../../server/app.ts';\nexport const c = createApp;\n"],
];

describe('The house', () => {
  for (const [folder, source] of PLANTED) {
    it(`refuses in ${folder}/ the import ${source.split('\n')[0]}`, async () => {
      const file = join(root, folder, `planted-${process.pid}`, 'wrong-import.ts');
      await mkdir(dirname(file), { recursive: true });
      try {
        await writeFile(file, source);
        expect(await lint(file)).to.contain('noRestrictedImports');
      } finally {
        await rm(dirname(file), { recursive: true, force: true });
      }
    });
  }
});

async function lint(file: string): Promise<string> {
  const run = promisify(execFile);
  const args = [biome, 'lint', '--reporter=github', '--vcs-enabled=false', file];
  return run(process.execPath, args, { cwd: root }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}
