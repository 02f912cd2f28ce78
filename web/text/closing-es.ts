import type { ClosingTexts } from './closing-en.ts';
import type { Translated } from './translate.ts';

export const closingEs: Translated<ClosingTexts> = {
  title: '¿Cerró?',
  close: 'Ya cerró…',
  sure: '¿Cerrar {name}?',
  what: {
    one: 'Su servicio deja de aparecer en Buscar enseguida. Los estudiantes que se enviaron allí reciben un paso siguiente: donde otra organización puede ayudar, queda preparado para su coordinación.',
    other:
      'Sus {n} servicios dejan de aparecer en Buscar enseguida. Los estudiantes que se enviaron allí reciben un paso siguiente: donde otra organización puede ayudar, queda preparado para su coordinación.',
  },
  again:
    'Puede volver a abrirla. Lo que se había pedido para estudiantes queda terminado. Avise también a la fuente del directorio, o su próxima carga puede traer los servicios de vuelta.',
  yes: 'Cerrarla',
  no: 'Dejarla abierta',
  busy: 'Un momento…',
  closed: 'Está cerrada: ninguno de sus servicios aparece en Buscar.',
  reopen: 'Volver a abrirla',
  opened: {
    one: 'Su servicio vuelve a aparecer en Buscar.',
    other: 'Sus {n} servicios vuelven a aparecer en Buscar.',
  },
  nothing: 'Ninguno de sus servicios se cerró aquí. La fuente del directorio dice si se ofrecen.',
  failed: 'No funcionó. No se cambió nada. Por favor, intente otra vez.',
};
