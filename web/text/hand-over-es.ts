import type { HandOverTexts } from './hand-over-en.ts';
import type { Translated } from './translate.ts';

/** The same in Spanish. */
export const handOverEs = {
  title: 'Una carta para entregar',
  back: 'Todas las solicitudes',
  lead: 'No hace falta correo: imprima esta carta, o copie el enlace y déselo usted a la organización. No dice nada del estudiante.',
  rules:
    'El enlace sirve para una sola solicitud y por unos días. Si hace una carta nueva, la anterior deja de servir. La solicitud anota que usted se la llevó.',
  make: 'Hacer la carta',
  making: 'Un momento…',
  again: 'Hacer una carta nueva',
  print: 'Imprimir',
  copy: 'Copiar el enlace',
  copied: 'Copiado.',
  link: 'El enlace',
  linkHint: 'Solo se muestra ahora. No se guarda.',
  language: 'Idioma de la carta',
  'language.en': 'Inglés',
  'language.es': 'Español',
  'letter.title': '{school} pregunta si tienen un lugar',
  'letter.greeting': 'Para {organization}',
  'letter.how':
    'Lea lo que se necesita y responda en una sola página. Toma un minuto y no necesita una cuenta. Para proteger al estudiante, esta carta no dice nada de él.',
  'letter.scan': 'Escanee este código con un teléfono, o escriba esta dirección:',
  'letter.until': 'La dirección sirve hasta el {date}.',
  'letter.phone': '¿Preguntas? Llame a la escuela: {phone}.',
  'letter.qr': 'Código que lleva a la página para responder',
  'why.no-address': 'No conocemos el correo electrónico de esta organización.',
  'why.no-mail': 'Este Trellis no envía correo.',
  'do.letter': 'Carta para entregar',
  'do.letterFor': 'Carta para entregar: {what}',
  'do.address': 'Díganos un correo',
  'do.addressFor': 'Díganos un correo electrónico de {what}',
} as const satisfies Translated<HandOverTexts>;
