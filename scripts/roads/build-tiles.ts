import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { buildingConfig } from '../../server/travel/roads/valhalla-config.ts';
import { Refusal } from '../start/refusal.ts';

/** What Valhalla's steps are called in its log, and what we say. */
const STEPS: readonly [RegExp, string][] = [
  [/Parsing files for ways/, 'reading ways'],
  [/Parsing files for nodes/, 'reading points'],
  [/Sorting graph/, 'sorting'],
  [/Enhancing local graph/, 'working out speeds and crossings'],
  [/^HierarchyBuilder/, 'laying highways over'],
  [/Validating, finishing/, 'checking'],
];

/** Runs Valhalla's builder into a folder, saying how far it is. @throws Refusal with what went wrong, for people */
export async function buildTiles(
  extract: string,
  tileDir: string,
  say: (line: string) => void,
): Promise<void> {
  const config = join(tileDir, 'building.json');
  await writeFile(config, JSON.stringify(buildingConfig(tileDir)));
  // It leaves lists of what it found odd where it is started.
  const child = spawn(builderPath(), ['-c', config, resolve(extract)], {
    cwd: tileDir,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code ?? 1));
  });
  const steps = [...STEPS];
  let last: string[] = [];
  let rest = '';
  for await (const chunk of child.stderr) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.map((line) => line.replace(/^.*?\] /, ''))) {
      last = [...last.slice(-19), line];
      const step = steps.findIndex(([looksLike]) => looksLike.test(line));
      if (step >= 0) say(`  ${steps.splice(0, step + 1).at(-1)![1]} …`);
    }
  }
  const code = await ended.finally(() => process.off('exit', endWithUs));
  if (code !== 0) throw new Refusal(explain([...last, rest], code));
}

/** @throws Error where the package is not there or has nothing for this kind of computer */
function builderPath(): string {
  const main = createRequire(import.meta.url).resolve('@valhallajs/valhallajs');
  return join(dirname(main), process.platform, process.arch, 'valhalla_build_tiles');
}

function explain(lines: readonly string[], code: number | string): string {
  const text = lines.join('\n');
  if (/No space left|ENOSPC/i.test(text)) return 'The disk is full. The roads that were there stay in use.';
  if (code === 'SIGKILL')
    return 'The builder was killed, for want of memory perhaps. The roads that were there stay in use.';
  const said =
    lines.filter((line) => /what\(\)|error|fail/i.test(line)).at(-1) ?? lines.filter(Boolean).at(-1);
  return `The roads could not be built (${code}): ${said?.trim() ?? 'no reason was given'}. Those that were there stay in use.`;
}
