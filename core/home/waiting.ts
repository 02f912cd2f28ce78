/** Something that waits for somebody: so many, and the page on which it is done, already filtered. */
export interface WaitingItem {
  /** A key of the texts, `waits.<kind>`. */
  kind: string;
  count: number;
  /** Since when, or until when, the first of them: a day or a moment. */
  oldest?: string;
  address: string;
}
