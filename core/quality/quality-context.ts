import type { BoundingBox } from '../geo/point.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { VerificationRules } from '../verification/verification-rules.ts';
import type { QualityRules } from './quality-rules.ts';

/** What rules have to know besides the record: of the day, of data/, and of all other records. */
export interface QualityContext {
  /** ISO date. */
  today: string;
  rules: QualityRules;
  verification: VerificationRules;
  taxonomy: Taxonomy;
  /** Around most places of the directory; undefined: too few to say (`fenceAround`). */
  fence: BoundingBox | undefined;
  /** Texts that many services have in common (`textKey`). */
  repeated: ReadonlySet<string>;
}
