import type { CoLocationTexts } from './co-location-en.ts';
import type { Translated } from './translate.ts';

/** Lo que dicen en español la pantalla de compartir techo y la página de un lugar. */
export const coLocationEs: Translated<CoLocationTexts> = {
  title: 'Bajo un mismo techo',
  lead: 'Quién comparte un edificio, qué usan juntas las familias aunque esté lejos una cosa de otra, y qué escuelas podrían recibir algo.',
  minutes: 'Cerca quiere decir a menos de',
  'minutes.n': '{n} minutos',
  mode: 'Se va',
  show: 'Mostrar',
  'show.roof': 'Comparten techo',
  'show.apart': 'Se usan juntas, están lejos',
  'show.hosts': 'Escuelas que podrían recibir',
  print: 'Imprimir',
  counted:
    'Los estudiantes se contaron el {date}. Una necesidad de menos de {n} estudiantes de una escuela no está en ninguna cifra de aquí.',
  lacking: 'Falta cerca',
  'lacking.item': { one: '{n} estudiante', other: '{n} estudiantes' },

  'roof.title': 'Lugares que comparten techo',
  'roof.map': 'Mapa de los lugares que comparten techo',
  'roof.organizations': { one: '{n} organización', other: '{n} organizaciones' },
  'roof.offers': { one: '{n} servicio', other: '{n} servicios' },
  'roof.who': 'Quién está ahí',
  'roof.open': 'Todo lo que hay ahí',
  'roof.show': 'Mostrar {place} en el mapa',
  'roof.some': { one: 'Los primeros {n} de {all} lugares.', other: 'Los primeros {n} de {all} lugares.' },
  'roof.none': 'Ningún lugar tiene dos organizaciones',
  'roof.noneHelp': 'En cuanto el directorio tenga dos en una misma dirección, aparecerán aquí.',

  'together.title': 'Cuándo están juntas',
  'together.all': 'Las {n} están a la vez:',
  'together.most': 'Como mucho {n} de {of} están a la vez:',
  'together.alone': 'No hay dos que estén a la misma hora.',
  'together.one': 'Solo una de {of} ha dicho cuándo está.',
  'together.unknown': 'Nadie de aquí ha dicho cuándo.',
  'together.silent': {
    one: '{n} organización no ha dicho cuándo está.',
    other: '{n} organizaciones no han dicho cuándo están.',
  },
  'together.more': { one: 'y {n} horario más', other: 'y {n} horarios más' },
  'sharing.title': 'Quién comparte estudiantes',
  'sharing.from': '{a} y {b}: {n} o más estudiantes tienen plaza en los dos',
  'sharing.between': '{a} y {b}: de {n} a {to} estudiantes tienen plaza en los dos',
  'sharing.none': {
    one: 'Todavía no se puede decir nada. Se dice desde {n} estudiante, contado una vez por semana, en cuanto un plan haya dado plazas.',
    other:
      'Todavía no se puede decir nada. Se dice desde {n} estudiantes, contados una vez por semana, en cuanto un plan haya dado plazas.',
  },

  'strip.label': 'La semana, de medianoche a medianoche. Cuanto más oscuro, más organizaciones están.',
  'strip.there': { one: '{n} está', other: '{n} están' },
  'strip.table': 'Lo mismo hora por hora',

  'apart.title': 'Se usan juntas, están lejos',
  'apart.lead':
    'Las familias que necesitan una cosa muchas veces necesitan la otra. Desde las escuelas nombradas estas dos son la vuelta más corta, y aun así hay camino entre ellas.',
  'apart.map': 'Mapa de los lugares que las familias usan juntos',
  'apart.line': '{a} y {b}, a {minutes} minutos una de otra',
  'apart.minutes.n': '{n} min',
  'apart.why': '¿Por qué juntas?',
  'apart.source': 'Según: {source}',
  'apart.schools': 'Para {schools}',
  'apart.both': 'Cuántos necesitan las dos no se cuenta. No pueden ser más que la cifra menor.',
  'apart.untold': 'no se puede decir cuántos',
  'apart.atMost': { one: 'como mucho {n} estudiante', other: 'como mucho {n} estudiantes' },
  'apart.some': 'Las primeras {n} de {all} parejas, las de más minutos y más estudiantes.',
  'apart.none': 'Nada que se use junto está lejos',
  'apart.noneHelp':
    'O ninguna escuela puede decir cuántos estudiantes lo necesitan. Pruebe otra forma de ir.',

  'hosts.title': 'Escuelas que podrían recibir',
  'hosts.lead':
    'Escuelas que dan salones a otros. Primero donde más falta, muchos lo necesitan, hay salones libres y abren muchas horas.',
  'hosts.map': 'Mapa de las escuelas que dan salones',
  'hosts.score': '{n} de 100 puntos',
  'hosts.why': 'Los puntos son las cuatro partes multiplicadas. Si una parte es nada, no hay puntos.',
  'hosts.factor.lacking': 'Falta cerca',
  'hosts.factor.demand': 'Estudiantes que lo necesitan',
  'hosts.factor.rooms': 'Salones libres',
  'hosts.factor.hours': 'Horas abiertas',
  'hosts.lacking.some': '{missing} de {needed} ayudas que se necesitan cerca',
  'hosts.lacking.none': 'ninguna de {needed} ayudas que se necesitan cerca',
  'hosts.lacking.unknown': 'no se sabe: ninguna escuela de cerca puede decir qué se necesita',
  'hosts.demand.some': '{n} con la necesidad más común',
  'hosts.demand.none': 'nadie: no falta nada',
  'hosts.rooms.some': '{n} libres',
  'hosts.rooms.none': 'ninguno libre ahora',
  'hosts.rooms.unknown': 'nadie los ha contado; se toma la mitad',
  'hosts.hours.some': '{n} horas por semana',
  'hosts.hours.unknown': 'nadie lo ha dicho; se toma la mitad',
  'hosts.rooms': 'Salones: {names}',
  'hosts.roomless': {
    one: 'De 1 escuela nadie ha dicho si otros pueden usar sus salones',
    other: 'De {n} escuelas nadie ha dicho si otros pueden usar sus salones',
  },
  'hosts.none': 'Todavía ninguna escuela da salones',
  'hosts.noneHelp':
    'Los salones entran en el directorio como una aportación del tipo “espacio”, en la dirección de la escuela.',

  'site.missing': 'Lo que los estudiantes de cerca necesitan y no encuentran',
  'site.missingWithin': 'Nadie lo da a menos de {minutes} minutos {mode}:',
  'site.roof': 'También bajo este techo',
  'site.all': 'Todos los lugares que comparten techo',
};
