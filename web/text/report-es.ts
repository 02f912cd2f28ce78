import type { ReportTexts } from './report-en.ts';
import type { Translated } from './translate.ts';

/** What the report for the board says in Spanish. */
export const reportEs: Translated<ReportTexts> = {
  title: 'Informe para la junta',
  link: 'Informe para la junta',
  'link.back': 'Volver a las carencias',
  'link.assessments': 'Las cuatro C para la junta',
  pdf: 'Para guardarlo como archivo, pulse Imprimir y elija “Guardar como PDF”.',
  made: 'Hecho el {date} con Trellis, con cifras del {measured}.',
  question: 'La pregunta',
  answer: 'La respuesta',
  map: 'El mapa',
  table: 'Escuela por escuela',
  'table.area': 'Zona por zona',
  affected: 'A quién afecta',
  'affected.schools': {
    one: '{n} escuela no tiene nada a {minutes} min {by}: {names}.',
    other: '{n} escuelas no tienen nada a {minutes} min {by}: {names}.',
  },
  'affected.schoolsPeople': {
    one: '{n} escuela no tiene nada a {minutes} min {by}: {names}. Ahí hay {people}.',
    other: '{n} escuelas no tienen nada a {minutes} min {by}: {names}. Ahí hay {people}.',
  },
  'affected.areas': {
    one: '{n} zona censal no tiene nada a {minutes} min {by}: ahí hay {people}.',
    other: '{n} zonas censales no tienen nada a {minutes} min {by}: ahí hay {people}.',
  },
  'affected.without': '{without} de {people} no tienen nada a {minutes} min {by}.',
  'affected.unmet': {
    one: 'Al menos {n} necesidad no encontró opción.',
    other: 'Al menos {n} necesidades no encontraron opción.',
  },
  'affected.farthest': 'El camino más largo es desde {name}; lo más cercano: {trip}.',
  'affected.none': 'Cada escuela tiene algo a {minutes} min {by}.',
  'affected.more': { one: '{names} y {n} más', other: '{names} y {n} más' },
  'proposal.sites': 'Qué cambiarían los lugares nuevos',
  proposal: 'Qué cambiaría con la propuesta',
  'proposal.today': 'Hoy',
  'proposal.then': 'Con la propuesta',
  'proposal.note':
    'Calculado hoy, con caminos en línea recta, para la pregunta para la que se hizo la propuesta. Nada de esto está decidido.',
  method: 'Cómo se calculó',
  'method.share':
    'Un estudiante tiene algo al alcance si un lugar que ofrece esta ayuda está a {minutes} minutos {by} del centro de la zona donde vive, o de la escuela si la zona no se puede decir.',
  'method.shareNeed':
    'Dónde viven los estudiantes con esta necesidad no se cuenta. Se cuentan en su escuela.',
  'method.offers': { one: '{n} lugar lo ofrece hoy.', other: '{n} lugares lo ofrecen hoy.' },
  'method.source': 'Las fórmulas y sus fuentes están en docs/methods.md del proyecto.',
  limits: 'Lo que las cifras no dicen',
  'limit.reach':
    'Tratan del camino. El horario, a quién acepta un servicio y sus plazas libres de hoy no están en ellas.',
  'limit.known':
    'Faltan los servicios de los que nadie nos habló. Los lugares confidenciales se dejan fuera a propósito.',
  'limit.small':
    'Las cifras sobre menos de {n} estudiantes se ocultan, y ningún total las incluye. Los estudiantes se cuentan en grupos, así que una cifra puede tener unos pocos de atraso.',
  'limit.enrolment': 'La matrícula es la que dieron las escuelas, y puede ser de otro año.',
  'limit.children':
    'Los números de menores son estimaciones del censo con un margen de error. La cifra verdadera puede estar en cualquier punto de él.',
  'limit.straight':
    'Los caminos son estimaciones, no calles. La nieve, los ríos y las líneas de autobús que faltan no están en ellos.',
  'limit.capacity': {
    one: 'De {n} lugar nadie nos dijo a cuántos puede recibir.',
    other: 'De {n} lugares nadie nos dijo a cuántos pueden recibir.',
  },
  none: 'Todavía nadie ha medido esto',
  'none.help': 'Mídalo en la página de carencias y luego vuelva.',
  'none.go': 'Ir a las carencias',
};
