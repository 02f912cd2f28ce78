import type { SuggestionTexts } from './suggestion-en.ts';
import type { Translated } from './translate.ts';

/** What a service's page says of who checked it, and of what readers find wrong, in Spanish. */
export const suggestionEs: Translated<SuggestionTexts> = {
  checked: 'Revisado el {date} ({ago}) por {who}',
  'by.partner': 'el colaborador',
  'by.school': 'una escuela',
  'by.directory': 'quien cuida el directorio',
  'by.source': 'su fuente',
  correct: 'Corregir esto',
  movePin: 'Mover el marcador',
  open: '¿Algo está mal?',
  title: '¿Qué está mal aquí?',
  hint: 'Escriba qué está mal y qué sería lo correcto. No nombre a ningún estudiante. Máximo 1,000 caracteres.',
  label: 'Qué está mal',
  short: 'Escriba un poco más, al menos cinco letras.',
  send: 'Enviar',
  cancel: 'Cancelar',
  sent: 'Gracias. Lo lee quien cuida el directorio.',
  keep: 'Con esta dirección verá qué resultó. Guárdela: nadie más la tiene.',
  busy: 'Fue mucho para una hora. Lo que escribió sigue aquí. Intente más tarde.',
  failed: 'No pudimos enviarlo. Lo que escribió sigue aquí. Intente otra vez.',
  'state.title': 'Lo que nos dijo {ago}',
  'state.open': 'Todavía nadie ha respondido.',
  'state.taken-up': 'Se corrigió.',
  'state.not-taken-up': 'Queda como está.',
  'state.gone': 'No conocemos ninguna sugerencia bajo esta dirección. Se borran después de 400 días.',
};
