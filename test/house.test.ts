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
  const files = PLANTED.map(([folder], index) =>
    join(root, folder, `planted-${process.pid}`, `wrong-import-${index}.ts`),
  );
  let said: string;

  // All are planted at once: the linter reads the whole house each time it is asked.
  before(async function () {
    this.timeout(60_000);
    try {
      for (const [index, file] of files.entries()) {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, PLANTED[index]?.[1] ?? '');
      }
      said = await lint(files);
    } finally {
      for (const file of files) await rm(dirname(file), { recursive: true, force: true });
    }
  });

  for (const [index, [folder, source]] of PLANTED.entries()) {
    it(`refuses in ${folder}/ the import ${source.split('\n')[0]}`, () => {
      const refusals = said.split('\n').filter((line) => line.includes('noRestrictedImports'));
      expect(refusals.filter((line) => line.includes(`wrong-import-${index}.ts`))).to.have.lengthOf(1);
    });
  }
});

async function lint(files: readonly string[]): Promise<string> {
  const run = promisify(execFile);
  const args = [biome, 'lint', '--reporter=github', '--vcs-enabled=false', ...files];
  return run(process.execPath, args, { cwd: root }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}
