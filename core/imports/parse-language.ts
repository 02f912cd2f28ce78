/** The two-letter codes of ISO 639-1. */
const CODES =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

/** Names that differ from the standard's own, as directories write them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  cantonese: 'zh',
  'chinese mandarin': 'zh',
  'chinese cantonese': 'zh',
  filipino: 'tl',
  tagalog: 'tl',
  pilipino: 'tl',
  farsi: 'fa',
  dari: 'fa',
  'haitian creole': 'ht',
  creole: 'ht',
  'french creole': 'ht',
  castellano: 'es',
  español: 'es',
  espanol: 'es',
  français: 'fr',
  burmese: 'my',
  khmer: 'km',
  cambodian: 'km',
  punjabi: 'pa',
  pashto: 'ps',
  marshallese: 'mh',
  hebrew: 'he',
  slovak: 'sk',
  chamorro: 'ch',
  navajo: 'nv',
  'diné bizaad': 'nv',
  kurdish: 'ku',
  laotian: 'lo',
  swahili: 'sw',
  kiswahili: 'sw',
  kinyarwanda: 'rw',
  tigrinya: 'ti',
  ukrainian: 'uk',
  hawaiian: '',
  'american sign language': '',
  asl: '',
};

const byName = new Map<string, string>();
for (const locale of ['en', 'es']) {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  for (const code of CODES) {
    const name = names.of(code)?.toLowerCase();
    if (name && !byName.has(name)) byName.set(name, code);
  }
}
for (const [name, code] of Object.entries(OTHER_NAMES)) byName.set(name, code);

/**
 * The ISO 639-1 code of a language by its code ("es", "es-MX", "spa") or its English or Spanish name
 * ("Chinese (Mandarin)"). Undefined where the standard has no two letters for it, as for American Sign Language.
 */
export function languageCode(input: string): string | undefined {
  const text = input.trim().toLowerCase().replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  const named = byName.get(text) ?? byName.get(text.replace(/ language$/, ''));
  if (named !== undefined) return named || undefined;
  const base = text.split(/[-_]/)[0]!;
  if (CODES.includes(base)) return base;
  return /^[a-z]{3}$/.test(base) ? threeLetters(base) : undefined;
}

/** ISO 639-2 and 639-3 codes that have a two-letter twin: "spa" is "es". */
function threeLetters(code: string): string | undefined {
  try {
    const canonical = Intl.getCanonicalLocales(code)[0]!.split('-')[0]!;
    return CODES.includes(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** The pieces of "Spanish, Tagalog and English". */
export function splitLanguages(input: string): string[] {
  return input
    .split(/[,;/|\n]|\band\b|&/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}
