/** What the page of an organization says to whoever may note that it has closed. */
export const closingEn = {
  title: 'Has it closed?',
  close: 'It has closed…',
  sure: 'Close {name}?',
  what: {
    one: 'Its service leaves Find at once. Students who were referred to it get a next step: where somebody else can help, it is prepared for their coordinator.',
    other:
      'Its {n} services leave Find at once. Students who were referred to them get a next step: where somebody else can help, it is prepared for their coordinator.',
  },
  again:
    'You can open it again. What students were referred to stays ended. Tell the source of the directory too, or its next import may bring the services back.',
  yes: 'Close it',
  no: 'Leave it open',
  busy: 'One moment…',
  closed: 'It is closed: none of its services is in Find.',
  reopen: 'Open it again',
  opened: { one: 'Its service is in Find again.', other: 'Its {n} services are in Find again.' },
  nothing: 'None of its services was closed here. The source of the directory tells whether they are given.',
  failed: 'That did not work. Nothing was changed. Please try again.',
} as const;

export type ClosingTexts = typeof closingEn;
