import type { DistrictRulesTexts } from './district-rules-en.ts';
import type { Translated } from './translate.ts';

/** The same in Spanish. */
export const districtRulesEs = {
  title: 'Reglas del distrito',
  lead: 'Lo que su distrito decide por sí mismo. Cada cambio se guarda con quién lo hizo, cuándo y por qué.',
  readOnly: 'Quien dirige el distrito puede cambiar esto.',
  note: '¿Por qué? (opcional)',
  save: 'Guardar',
  saved: 'Guardado. Vale desde ahora.',
  unchanged: 'Nada ha cambiado.',
  reset: 'Deshacer mis cambios',
  failed: 'No pudimos guardar esto. Lo que escribió sigue aquí. Inténtelo otra vez.',
  savedBefore: 'Otra persona guardó esto mientras tanto. Mire su versión abajo; la suya sigue aquí.',
  history: 'Versiones anteriores',
  version: 'Versión {n}',
  standard: 'Lo que trae Trellis',
  now: 'vale ahora',
  when: '{date}, {name}',
  somebody: 'alguien cuya cuenta ya no existe',
  again: 'Usar otra vez',
  againFor: 'Usar otra vez: {what}',
  taken: 'Está en el formulario de arriba. Guárdelo para que valga.',

  'closed.title': 'Días en que las escuelas cierran',
  'closed.lead':
    'En estos días no se envían recordatorios y no vence ninguna respuesta. Los fines de semana y los días festivos ya se conocen.',
  'closed.none': 'Ningún día cerrado además de fines de semana y días festivos.',
  'closed.from': 'Primer día',
  'closed.to': 'Último día',
  'closed.reason': 'Por qué (opcional)',
  'closed.remove': 'Quitar',
  'closed.removeOf': 'Quitar: {what}',
  'closed.new': 'días nuevos',
  'closed.add': 'Añadir días',
  'closed.wrong': 'El último día es anterior al primero, o falta uno.',
  'closed.range': '{from} a {to}',
  'closed.with': '{days}: {reason}',

  'plans.title': 'Quién debería tener un plan de oportunidades',
  'plans.lead': 'Un estudiante de quien conste uno de estos datos debería tener un plan.',
  'plans.share': 'Desde qué parte se mira la escuela entera (%)',
  'plans.shareHint':
    'Cuando más de esta parte de los estudiantes de una escuela debería tener un plan, Trellis dice que se mire la escuela entera.',
  'plans.wrong': 'Elija al menos un dato y una parte de 1 a 99.',
  'plans.preview': '¿A cuántos afectaría, más o menos?',
  'plans.band':
    'Entre el {from} y el {to} de sus estudiantes. Lo decimos por tramos para que nadie pueda ser reconocido.',
  'plans.noBand': 'Su distrito tiene muy pocos estudiantes para decir esto.',
  'plans.previewFailed': 'No pudimos contar esto. Inténtelo otra vez.',
  'plans.summary': '{facts} · escuela entera desde {share}',
  'plans.fact': '{name}: {values}',
} as const satisfies Translated<DistrictRulesTexts>;
