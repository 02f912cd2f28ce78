const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/;

export function mailAddress(text: string): string | undefined {
  return EMAIL.test(text) ? text : undefined;
}

/** Addresses of the web only: "javascript:" and the like never pass. */
export function webAddress(text: string): string | undefined {
  if (/^https?:\/\/[^\s<>"]+$/i.test(text)) return text;
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s<>"]*)?$/i.test(text) ? text : undefined;
}
