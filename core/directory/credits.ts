/** The attribute of a record that says whom to name wherever it is shown, as the licence of its source demands. */
export const CREDIT_LABEL = 'attribution';

export interface Credited {
  attributes?: readonly { label?: string | undefined; value?: string | undefined }[] | undefined;
}

export function creditsOf({ attributes = [] }: Credited): string[] {
  return attributes.flatMap(({ label, value }) => (label === CREDIT_LABEL && value ? [value] : []));
}
