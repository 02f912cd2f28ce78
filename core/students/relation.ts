/** Who a contact is to the student. */
export const RELATIONS = ['parent', 'guardian', 'grandparent', 'sibling', 'relative', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
