/** What the letter says in English that somebody of the school hands to a partner, and what stands around it. */
export const handOverEn = {
  title: 'A letter to hand over',
  back: 'All referrals',
  lead: 'No mail is needed: print this letter, or copy the link and give it to the partner yourself. Nothing of the student is on it.',
  rules:
    'The link works for one referral and for some days. When you make a new letter, the one before stops working. The referral notes that you took it along.',
  make: 'Make the letter',
  making: 'One moment…',
  again: 'Make a new letter',
  print: 'Print',
  copy: 'Copy the link',
  copied: 'Copied.',
  link: 'The link',
  linkHint: 'It is shown only now. It is not kept.',
  language: 'Language of the letter',
  'language.en': 'English',
  'language.es': 'Spanish',
  'letter.title': '{school} asks whether you have a place',
  'letter.greeting': 'To {organization}',
  'letter.how':
    'Read what is needed and answer on one page. It takes a minute, and you need no account. To protect the student, nothing about them is in this letter.',
  'letter.scan': 'Scan this code with a phone, or type this address:',
  'letter.until': 'The address works until {date}.',
  'letter.phone': 'Questions? Call the school: {phone}.',
  'letter.qr': 'Code that leads to the page for your answer',
  'why.no-address': 'We know no e-mail address of this partner.',
  'why.no-mail': 'This Trellis sends no mail.',
  'do.letter': 'Letter to hand over',
  'do.letterFor': 'Letter to hand over: {what}',
  'do.address': 'Tell us an address',
  'do.addressFor': 'Tell us an e-mail address of {what}',
} as const;

export type HandOverTexts = typeof handOverEn;
