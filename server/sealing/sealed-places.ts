/** A field that is sealed with the ring itself; what is sealed with a student's own key needs no place here. */
export interface SealedPlace {
  collection: string;
  /** Where the sealed text lies in the record. */
  path: string;
  /** The field that it was sealed for, where that is not the path. */
  field?: string;
  /** The field that holds the record's id as it was sealed for, where that is not `_id`. */
  idField?: string;
}

/** Everything that a rotation wraps anew. */
export const SEALED_PLACES: readonly SealedPlace[] = [
  { collection: 'students', path: 'key' },
  { collection: 'uploads.files', path: 'metadata.key', idField: 'filename' },
  { collection: 'paper_files.files', path: 'metadata.key', idField: 'filename' },
  { collection: 'accounts', path: 'factor.secret', field: 'factor' },
  { collection: 'accounts', path: 'factorOffer.secret', field: 'factor' },
  { collection: 'mails', path: 'address' },
  { collection: 'feeds', path: 'header.sealed', field: 'header' },
  { collection: 'webhooks', path: 'secret' },
  { collection: 'webhooks', path: 'oldSecret.sealed', field: 'secret' },
  { collection: 'feed_files.files', path: 'metadata.key', idField: 'filename' },
  { collection: 'survey_answers', path: 'sealedTexts' },
  { collection: 'survey_answers', path: 'sealedBy' },
];

/** What no rotation can touch, since nothing of it may change; the keys that sealed it must stay in the ring. */
export const FIXED_PLACES: readonly SealedPlace[] = [
  { collection: 'audit', path: 'sealed.text' },
  // Not sealed, but chained with a key that the log is checked by: its bare id.
  { collection: 'audit', path: 'key' },
  { collection: 'audit_anchors', path: 'key' },
];
