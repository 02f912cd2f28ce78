/**
 * A grade as -1 (pre-kindergarten), 0 (kindergarten) or 1 to 12, from "PK", "Pre-K", "KG", "K", "03", "3rd", "Grade 3",
 * "G09" and the like. NCES's "UG" (ungraded), "AE" (adults) and "M" (missing) are none; nor is 13.
 */
export function parseGrade(input: string): number | undefined {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/^(?:grade|gr|grado|g)[\s.:-]*(?=[\dpk])/, '')
    .replace(/[\s.]+/g, '');
  if (/^(?:pk[34]?|pre-?k(?:indergarten)?|preschool|tk|-1)$/.test(text)) return -1;
  if (/^(?:k|kg|kf|kh|kn|kindergarten|kinder|0|00)$/.test(text)) return 0;
  const numbered = /^0?(\d{1,2})(?:\.0|st|nd|rd|th|º|°)?(?:grade)?$/.exec(text);
  const grade = numbered ? Number(numbered[1]) : Number.NaN;
  return grade >= 1 && grade <= 12 ? grade : undefined;
}
