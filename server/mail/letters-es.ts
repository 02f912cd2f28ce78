import type { Letters } from './letter.ts';

const language = 'es';
const greet = (name: string) => `Hola, ${name}:`;
const NOT_YOU = 'Si no esperaba este mensaje, puede ignorarlo. No pasa nada.';

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
};
