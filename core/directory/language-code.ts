import { plain } from './words.ts';

/** ISO 639-1 code, then ISO 639-2/3 codes and the names in use: English, Spanish and the language's own. */
const NAMES: readonly string[] = [
  'ar ara arabic arabe العربية',
  'am amh amharic amarico amhara አማርኛ',
  'bn ben bengali bangla',
  'bs bos bosnian bosanski bosnio',
  'cs ces cze czech checo',
  'de deu ger german aleman deutsch',
  'en eng english ingles',
  'es spa spanish espanol castellano castilian',
  'fa fas per persian farsi dari persa',
  'fr fra fre french frances francais',
  'gu guj gujarati',
  'he heb hebrew hebreo',
  'hi hin hindi',
  'hr hrv croatian croata hrvatski',
  'ht hat haitian haitiano creole kreyol',
  'hu hun hungarian hungaro magyar',
  'hy hye arm armenian armenio',
  'it ita italian italiano',
  'ja jpn japanese japones',
  'km khm khmer cambodian camboyano',
  'ko kor korean coreano',
  'ku kur kurdish kurdo',
  'lo lao laotian laosiano',
  'mh mah marshallese marshales',
  'mn mon mongolian mongol',
  'mr mar marathi',
  'my mya bur burmese birmano',
  'ne nep nepali',
  'nv nav navajo navaho',
  'om orm oromo',
  'pa pan punjabi panjabi',
  'pl pol polish polaco polski',
  'ps pus pashto pastun',
  'pt por portuguese portugues',
  'rn run kirundi',
  'ro ron rum romanian rumano',
  'ru rus russian ruso русскии',
  'rw kin kinyarwanda',
  'sm smo samoan samoano',
  'so som somali',
  'sq sqi alb albanian albanes',
  'sr srp serbian serbio',
  'sw swa swahili suajili kiswahili',
  'ta tam tamil',
  'te tel telugu',
  'th tha thai tailandes',
  'ti tir tigrinya tigrigna',
  'tl tgl tagalog filipino pilipino',
  'tr tur turkish turco',
  'uk ukr ukrainian ucraniano українська',
  'ur urd urdu',
  'uz uzb uzbek',
  'vi vie vietnamese vietnamita',
  'yi yid yiddish',
  'zh zho chi cmn yue chinese chino mandarin cantonese cantones 中文',
  // No two-letter code; the three-letter one of ISO 639-3 stands in.
  'ase asl sign american-sign',
  'chk chuukese',
  'hmn hmong',
  'kar karen',
  'quc kiche quiche',
];

const CODES = new Map(
  NAMES.flatMap((entry) => {
    const [code = '', ...others] = entry.split(' ');
    return [code, ...others].map((name) => [name, code] as const);
  }),
);

/**
 * The ISO 639 code of a language by its code ("spa", "es-MX") or its name ("Spanish", "español").
 * Undefined where it is not known: a guess would send a family to somebody who does not speak with them.
 */
export function languageCode(said: string): string | undefined {
  const name = plain(said.trim());
  return (
    CODES.get(name) ??
    CODES.get(name.split(/[-_]/)[0] ?? '') ??
    (name.split(/[^\p{L}\p{N}]+/u).length > 1 ? fromPhrase(name) : undefined)
  );
}

/** "Haitian Creole", "Chinese (Mandarin)": the first word that names a language; codes do not count here. */
function fromPhrase(name: string): string | undefined {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 || word === 'asl')
    .map((word) => CODES.get(word))
    .find((code) => code !== undefined);
}
