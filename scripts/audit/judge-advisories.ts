import { z } from 'zod';

/** An advisory that we know of and live with for a while. */
export const AuditException = z.strictObject({
  /** As in "GHSA-xxxx-xxxx-xxxx". */
  advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/, 'an id such as GHSA-1234-abcd-5678'),
  package: z.string().min(1),
  /** Why it does not touch Trellis. */
  reason: z.string().min(20, 'a reason of at least a sentence'),
  /** The day on which it is looked at anew. */
  until: z.iso.date(),
});
export type AuditException = z.infer<typeof AuditException>;

const Advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });

/** What `npm audit --json` (npm 7 and later) says; of each package the advisories about itself. */
export const AuditReport = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), Advisory])) })),
});
export type AuditReport = z.infer<typeof AuditReport>;

/** npm says it so where the registry does not answer questions about advisories. */
export const AuditRefusal = z.object({ message: z.string() });

export interface Judgement {
  /** Advisories that nobody has excused, and excuses that are over. Each is a reason to fail. */
  faults: string[];
  /** Advisories that are excused for now. */
  excused: string[];
}

/** Holds a report against the known exceptions. `today` as "YYYY-MM-DD". */
export function judgeAdvisories(
  { vulnerabilities }: AuditReport,
  exceptions: readonly AuditException[],
  today: string,
): Judgement {
  const advisories = Object.values(vulnerabilities).flatMap(({ via }) =>
    via.filter((part) => typeof part !== 'string'),
  );
  const found = new Map(advisories.map((advisory) => [`${advisory.name} ${idOf(advisory.url)}`, advisory]));
  const known = new Map(
    exceptions.map((exception) => [`${exception.package} ${exception.advisory}`, exception]),
  );
  const faults: string[] = [];
  const excused: string[] = [];
  for (const [key, { severity, title }] of [...found].sort()) {
    const exception = known.get(key);
    if (!exception) faults.push(`${key} (${severity}): ${title}`);
    else if (exception.until < today) faults.push(`${key}: was excused until ${exception.until}`);
    else excused.push(`${key}: ${exception.reason}`);
  }
  for (const key of known.keys()) if (!found.has(key)) faults.push(`${key}: is excused and no longer there`);
  return { faults, excused };
}

function idOf(url: string): string {
  return url.split('/').at(-1) ?? url;
}
