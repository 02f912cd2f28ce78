import { z } from 'zod';

/** What can be twice in a directory. */
export const DUPLICATE_KINDS = ['organization', 'location', 'service'] as const;
export const DuplicateKind = z.enum(DUPLICATE_KINDS);
export type DuplicateKind = z.infer<typeof DuplicateKind>;

/** What two records are compared by, and how alike they can be in it: from most alike to least. */
export const LEVELS = {
  name: ['same', 'alike', 'within', 'partly', 'other'],
  street: ['same', 'other-unit', 'other-number', 'other'],
  distance: ['here', 'near', 'walk', 'far'],
  phone: ['same', 'other'],
  email: ['same', 'same-site', 'other'],
  web: ['same', 'same-site', 'other'],
  organization: ['same', 'alike', 'other'],
  description: ['same', 'alike', 'other'],
} as const;
export type DuplicateField = keyof typeof LEVELS;
export const DUPLICATE_FIELDS = Object.keys(LEVELS) as DuplicateField[];

const share = z.number().min(0.00001).max(1);

/**
 * How often two records stand at this level: if they are the same (m), and if they are not (u). log2(m / u) is how much
 * it says for their being the same, in bits (I. P. Fellegi, A. B. Sunter, "A Theory for Record Linkage", JASA 64, 1969).
 */
const LevelWeight = z.strictObject({ m: share, u: share });

const Kind = z.strictObject({
  /** How probable it is of a pair before anything is compared. */
  prior: share,
  fields: z.record(z.string(), z.record(z.string(), LevelWeight)),
  /** Fields that tell of one fact several times: of services of one organization its telephone, its web, its house. */
  groups: z.array(z.array(z.string()).min(2)),
  /** Where the first speaks against, the second's speaking for says little: a point nearby, but another house. */
  outweighed: z.array(z.tuple([z.string(), z.string()])),
});

export const DuplicateRules = z
  .strictObject({
    /** From which probability on a pair is shown. */
    showFrom: z.number().min(0).max(1),
    /** Records that one key of blocking may bring together before it is split by others. */
    largestBlock: z.int().min(2).max(1000),
    /** Two tokens of a name count as the same from this likeness on (Jaro-Winkler). */
    tokensAlikeFrom: z.number().min(0).max(1),
    /** From which likeness on names are alike, or partly alike. */
    namesAlikeFrom: z.number().min(0).max(1),
    namesPartlyFrom: z.number().min(0).max(1),
    descriptionsSameFrom: z.number().min(0).max(1),
    descriptionsAlikeFrom: z.number().min(0).max(1),
    /** Distances in km up to which two places are here, near, or a walk apart. */
    hereKm: z.number().positive(),
    nearKm: z.number().positive(),
    walkKm: z.number().positive(),
    /** What the fields of a group say beyond the one that says most counts for this share. */
    repeatedShare: z.number().min(0).max(1),
    /** Other ways of writing a word of a name or of a street. */
    words: z.record(z.string(), z.string()),
    /** Hosts at which many have their mail or their page: being there says nothing. */
    sharedHosts: z.array(z.string()),
    kinds: z.record(DuplicateKind, Kind),
  })
  .superRefine(({ kinds }, context) => {
    for (const [kind, { fields }] of Object.entries(kinds))
      for (const [field, weights] of Object.entries(fields)) {
        const levels: readonly string[] = field in LEVELS ? LEVELS[field as DuplicateField] : [];
        const named = Object.keys(weights);
        if (
          levels.length === 0 ||
          levels.some((level) => !named.includes(level)) ||
          named.length > levels.length
        )
          context.addIssue({
            code: 'custom',
            message: `${kind}.${field} wants the levels ${levels.join(', ')}`,
          });
      }
  });
export type DuplicateRules = z.infer<typeof DuplicateRules>;
