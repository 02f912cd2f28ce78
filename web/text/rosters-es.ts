import type { RosterTexts } from './rosters-en.ts';
import type { Translated } from './translate.ts';

/** What the import of rosters says in Spanish. */
export const rostersEs: Translated<RosterTexts> = {
  options: 'Cómo importarlo',
  try: 'Probar primero',
  tryHelp: 'Verá quién es nuevo, cambia de escuela o se va, escuela por escuela. No se guarda nada.',
  addSchools: 'Agregar escuelas que aquí no se conocen',
  addSchoolsHelp:
    'No están en ningún mapa hasta que usted importe dónde están. Sin esto, sus estudiantes esperan.',
  letLeave: 'Más de la mitad de los estudiantes puede irse a la vez',
  letLeaveHelp: 'Solo si sabe que es correcto. Si no, creemos que el archivo está incompleto.',
  tried: 'Esto es lo que pasaría. No se guardó nada.',
  triedNext: 'Si es correcto, importe el mismo archivo.',
  goNow: 'Importarlo ahora',
  goAgain: 'Elegir el archivo otra vez',
  goFailed: 'El archivo no llegó. No cambió nada. Inténtelo otra vez.',
  table: 'Estudiantes por escuela',
  school: 'Escuela',
  all: 'Todas las escuelas',
  added: 'Nuevos',
  returned: 'De vuelta',
  moved: 'De otra escuela',
  changed: 'Con cambios',
  unchanged: 'Iguales',
  left: 'Se fueron',
  none: 'La lista no nombra a ningún estudiante de una escuela que aquí se conozca.',
  unknown: {
    one: '{n} estudiante espera: no conocemos su escuela.',
    other: '{n} estudiantes esperan: no conocemos sus escuelas.',
  },
  unknownSchool: { one: '{name} ({n} estudiante)', other: '{name} ({n} estudiantes)' },
  unknownHelp: 'Importe primero estas escuelas o deje que la lista las agregue.',
  notLeft: {
    one: '{n} estudiante no está en el archivo y no se marcó como que se fue. Los avisos dicen por qué.',
    other:
      '{n} estudiantes no están en el archivo y no se marcaron como que se fueron. Los avisos dicen por qué.',
  },
  leftHelp: 'Quien se fue conserva su registro con su historia, y vuelve con él.',
};
