import type { Letters } from './letter.ts';

const language = 'es';
const greet = (name: string) => `Hola, ${name}:`;
const NOT_YOU = 'Si no esperaba este mensaje, puede ignorarlo. No pasa nada.';
const SIGN_IN =
  'Para proteger a los estudiantes, este mensaje no dice nada de ellos: inicie sesión para leerlo.';
const works = (days: number) =>
  `El enlace sirve durante ${days} días, para esta única respuesta. Por favor, no lo comparta.`;
const NOT_FOR_YOU = 'Si no le corresponde a usted, por favor avise a la escuela.';

export const lettersEs: Letters = {
  invitation: ({ name, url, service }) => ({
    language,
    subject: 'Le invitamos a Trellis',
    greeting: greet(name),
    lines: [
      'le invitamos a Trellis, donde su comunidad encuentra lo que sus estudiantes necesitan.',
      service === undefined
        ? 'Elija una contraseña y ya puede empezar.'
        : `Inicie sesión con ${service} y ya puede empezar. Aquí no necesita otra contraseña.`,
    ],
    button: { label: service === undefined ? 'Elegir una contraseña' : 'Iniciar sesión', url },
    after: [...(service === undefined ? ['El enlace sirve una sola vez, durante 7 días.'] : []), NOT_YOU],
  }),
  reset: ({ name, url, service }) => ({
    language,
    subject: service === undefined ? 'Una contraseña nueva para Trellis' : 'Cómo entrar en Trellis',
    greeting: greet(name),
    lines: [
      service === undefined
        ? 'alguien pidió una contraseña nueva para su cuenta. Si fue usted, elíjala aquí.'
        : `alguien pidió una contraseña nueva para su cuenta. Su cuenta no tiene: inicie sesión con ${service}.`,
    ],
    button: { label: service === undefined ? 'Elegir una contraseña nueva' : 'Iniciar sesión', url },
    after: [
      ...(service === undefined ? ['El enlace sirve una sola vez, durante una hora.'] : []),
      'Si no fue usted, puede ignorar este mensaje. Su contraseña sigue igual.',
    ],
  }),
  'password-set': ({ name, url }) => ({
    language,
    subject: 'Se cambió su contraseña de Trellis',
    greeting: greet(name),
    lines: ['la contraseña de su cuenta se acaba de cambiar, y se cerró su sesión en los demás lugares.'],
    after: [`Si no fue usted, elija otra enseguida (${url}) y avise a quien administra su Trellis.`],
  }),
  'referral-answered': ({ name, url }) => ({
    language,
    subject: 'Una organización respondió',
    greeting: greet(name),
    lines: [
      'una organización respondió a una solicitud suya. Lo que dice, y lo que sigue, le espera en Trellis.',
    ],
    button: { label: 'Ver la respuesta', url },
    after: [SIGN_IN],
  }),
  'referral-asked': ({ name, url }) => ({
    language,
    subject: 'Una organización le pregunta algo',
    greeting: greet(name),
    lines: ['una organización tiene una pregunta antes de decir sí o no. Le espera en Trellis.'],
    button: { label: 'Leer la pregunta', url },
    after: [SIGN_IN],
  }),
  'referral-unanswered': ({ name, url }) => ({
    language,
    subject: 'Una organización no responde',
    greeting: greet(name),
    lines: [
      'se le pidió un lugar a una organización y se le recordó, y no ha respondido. Llámela o elija otra.',
    ],
    button: { label: 'Ver quién no ha respondido', url },
    after: [SIGN_IN],
  }),
  'referral-closed': ({ name, url }) => ({
    language,
    subject: 'Una organización cerró',
    greeting: greet(name),
    lines: [
      'una organización ya no da un servicio al que se enviaron estudiantes. Cada uno tiene un paso siguiente: donde otra puede ayudar, está preparado y le espera.',
    ],
    button: { label: 'Ver los pasos siguientes', url },
    after: [SIGN_IN],
  }),
  'review-falling': ({ name, url }) => ({
    language,
    subject: 'Puede que alguien le necesite',
    greeting: greet(name),
    lines: [
      'en un chequeo mensual alguien de su escuela dijo que las cosas van peor. Quién es le espera en Trellis.',
    ],
    button: { label: 'Ver quién es', url },
    after: [SIGN_IN],
  }),
  digest: ({ name, items, url, stopUrl }) => ({
    language,
    subject: 'Lo que le espera en Trellis',
    greeting: greet(name),
    lines: ['esto le espera hoy:'],
    items,
    button: { label: 'Abrir la página de hoy', url },
    after: [SIGN_IN],
    stop: { label: 'No recibir más estos mensajes', url: stopUrl },
  }),
  referral: ({ name, school, url, days }) => ({
    language,
    subject: `${school} pregunta si tienen un lugar`,
    greeting: greet(name),
    lines: [
      `${school} pregunta si tienen un lugar para un estudiante.`,
      'Lea lo que se necesita y responda en una sola página. Toma un minuto y no hace falta una cuenta. Para proteger al estudiante, este mensaje no dice nada de él.',
    ],
    button: { label: 'Leer y responder', url },
    after: [works(days), NOT_FOR_YOU],
  }),
  'referral-reminder': ({ name, school, url, days }) => ({
    language,
    subject: `${school} todavía espera su respuesta`,
    greeting: greet(name),
    lines: [
      `${school} les preguntó hace unos días si tienen un lugar para un estudiante y todavía espera su respuesta.`,
      'Un no también ayuda: así la escuela puede preguntar en otro lugar.',
    ],
    button: { label: 'Leer y responder', url },
    after: [works(days), NOT_FOR_YOU],
  }),
};
