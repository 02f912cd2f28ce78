import { type Estimate, readEstimate, sumOfEstimates } from './estimate.ts';

/**
 * Children under 18 in the ACS table B01001 (sex by age): under 5, 5 to 9, 10 to 14, 15 to 17, boys and girls. `E` behind
 * it is the estimate, `M` its margin.
 */
export const ACS_CHILDREN = ['003', '004', '005', '006', '027', '028', '029', '030'].map(
  (line) => `B01001_${line}`,
);

/** Whether a file has all of these columns; then their sum says how many children there are. */
export function hasAcsChildren(fields: Readonly<Record<string, string>>): boolean {
  return ACS_CHILDREN.every((line) => `${line}E` in fields);
}

/** Undefined where one of the eight is not known. */
export function acsChildren(fields: Readonly<Record<string, string>>): Estimate | undefined {
  const parts = ACS_CHILDREN.map((line) => readEstimate(fields[`${line}E`] ?? '', fields[`${line}M`] ?? ''));
  return parts.every((part) => part !== undefined) ? sumOfEstimates(parts) : undefined;
}
