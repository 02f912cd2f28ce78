/**
 * Which schools are told together: each with enough answers stands alone, the others are one group. Where they are too
 * few even so, the smallest of those that stood alone joins them.
 */
export function groupSchools(answers: readonly { schoolId: string }[], threshold: number): string[][] {
  const counts = new Map<string, number>();
  for (const { schoolId } of answers) counts.set(schoolId, (counts.get(schoolId) ?? 0) + 1);
  const schools = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const alone = schools.filter(([, count]) => count >= threshold);
  const together = schools.filter(([, count]) => count < threshold);
  const sum = together.reduce((all, [, count]) => all + count, 0);
  const joining = together.length > 0 && sum < threshold ? alone.pop() : undefined;
  if (joining) together.push(joining);
  const ids = (list: [string, number][]) => list.map(([id]) => id).sort();
  return [...alone.map((school) => ids([school])), ...(together.length > 0 ? [ids(together)] : [])];
}
