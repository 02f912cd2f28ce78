import type { Translated } from './translate.ts';
import type { UnmetTexts } from './unmet-en.ts';

/** What the ledger of unmet needs says in Spanish. */
export const unmetEs: Translated<UnmetTexts> = {
  title: 'Pedido y no encontrado',
  lead: 'Lo que la gente buscó, pidió o necesitó y no consiguió: la razón para el próximo servicio.',
  year: 'Año escolar',
  source: 'Dónde se vio',
  'source.all': 'En todas partes',
  'source.search': 'Búsquedas sin resultado',
  'source.referral': 'Referencias que no llevaron a nada',
  'source.match': 'Necesidades sin opción',
  'source.survey': 'Deseos de encuestas que nadie ofrece',
  term: 'Qué',
  where: 'Dónde',
  'where.all': 'Todas las escuelas',
  'where.several': 'Varios lugares juntos',
  'where.unsaid': 'Sin escuela',
  when: 'Cuándo',
  times: 'Cuántos',
  next: 'Seguir',
  gaps: 'Carencias',
  whereNext: '¿Dónde después?',
  download: 'Descargar (CSV)',
  print: 'Imprimir',
  printed: 'Año escolar {year}. Impreso el {date}.',
  more: { one: 'Mostrar {n} más', other: 'Mostrar {n} más' },
  none: 'Todavía no hay nada que mostrar',
  noneHelp:
    'Las búsquedas y referencias aparecen cuando termina el mes y ya se juntaron diez. Las necesidades sin opción aparecen después de buscar opciones.',
  counted:
    'Estudiantes contados el {date}. No se muestran números menores de {n}: lo pequeño espera hasta ser bastante. Las búsquedas y referencias cuentan cuántas veces, no cuántas personas. Dos líneas del mismo tipo nunca cuentan lo mismo.',
};
