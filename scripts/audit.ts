import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AuditException, AuditRefusal, AuditReport, judgeAdvisories } from './audit/judge-advisories.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => console.log(line);

/**
 * npm run audit: asks the registry for advisories about the packages that Trellis runs with. Fails for one that
 * scripts/audit/exceptions.json does not excuse. Where the registry does not answer such questions nothing is known:
 * that is said, and is no failure.
 */
async function main(): Promise<number> {
  const file = process.env.AUDIT_EXCEPTIONS ?? `${root}scripts/audit/exceptions.json`;
  const exceptions = z.array(AuditException).parse(JSON.parse(await readFile(file, 'utf8')));
  const answer: unknown = JSON.parse(await askRegistry());
  const report = AuditReport.safeParse(answer);
  if (!report.success) {
    const refusal = AuditRefusal.safeParse(answer);
    say(
      `Skipped: the registry told nothing of advisories (${refusal.data?.message ?? 'an unknown answer'}).`,
    );
    return 0;
  }
  const { faults, excused } = judgeAdvisories(report.data, exceptions, new Date().toISOString().slice(0, 10));
  for (const line of excused) say(`Excused: ${line}`);
  for (const line of faults) say(`Advisory: ${line}`);
  say(faults.length === 0 ? 'No advisory stands against a package.' : `${faults.length} to look at.`);
  return faults.length === 0 ? 0 : 1;
}

/** npm ends with 1 where it has found something: its words count, not its code. */
async function askRegistry(): Promise<string> {
  const npm = spawn('npm', ['audit', '--json', '--omit=dev', ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const answer = await text(npm.stdout);
  return answer.trim() === '' ? '{"message": "npm said nothing"}' : answer;
}

process.exitCode = await main();
