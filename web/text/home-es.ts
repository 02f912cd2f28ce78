import type { HomeTexts } from './home-en.ts';
import type { Translated } from './translate.ts';

/** What the page after sign-in says in Spanish. */
export const homeEs: Translated<HomeTexts> = {
  title: 'Hoy',
  greeting: 'Hola, {name}',
  waits: 'Lo que le espera',
  none: 'Hoy no le espera nada',
  noneHelp: 'Cuando alguien necesite una respuesta suya, aparecerá aquí. Estas páginas son suyas:',
  pages: 'Sus páginas',
  since: 'la más antigua: {when}',
  until: 'la primera: {date}',
  'waits.referrals-late': {
    one: '{n} solicitud sin respuesta a tiempo',
    other: '{n} solicitudes sin respuesta a tiempo',
  },
  'waits.referrals-draft': {
    one: '{n} solicitud escrita y no enviada',
    other: '{n} solicitudes escritas y no enviadas',
  },
  'waits.referrals-to-answer': {
    one: '{n} solicitud espera su respuesta',
    other: '{n} solicitudes esperan su respuesta',
  },
  'waits.opportunity-plans': {
    one: '{n} estudiante debería tener un plan y no lo tiene',
    other: '{n} estudiantes deberían tener un plan y no lo tienen',
  },
  'waits.agreements-ending': { one: '{n} convenio termina pronto', other: '{n} convenios terminan pronto' },
  'waits.papers-missing': {
    one: 'Faltan documentos o vencen pronto en {n} convenio',
    other: 'Faltan documentos o vencen pronto en {n} convenios',
  },
  'waits.papers-to-check': {
    one: 'Hay documentos de {n} convenio por revisar',
    other: 'Hay documentos de {n} convenios por revisar',
  },
  'waits.promises-late': {
    one: '{n} convenio tiene una promesa atrasada',
    other: '{n} convenios tienen promesas atrasadas',
  },
  'waits.verify': {
    one: '{n} servicio por comprobar: ¿sigue siendo así?',
    other: '{n} servicios por comprobar: ¿siguen siendo así?',
  },
  'waits.suggestions': {
    one: '{n} lector dice que algo está mal',
    other: '{n} lectores dicen que algo está mal',
  },
  'waits.surveys-to-count': {
    one: '{n} encuesta ha terminado y se puede contar',
    other: '{n} encuestas han terminado y se pueden contar',
  },
  'waits.surveys-few': {
    one: '{n} encuesta termina pronto con muy pocas respuestas para mostrarlas',
    other: '{n} encuestas terminan pronto con muy pocas respuestas para mostrarlas',
  },
  'waits.survey-names': {
    one: '{n} respuesta con nombre por revisar',
    other: '{n} respuestas con nombre por revisar',
  },
  'group.students': 'Estudiantes',
  'group.partners': 'Organizaciones y lugares',
  'group.community': 'La comunidad',
  'group.trellis': 'Ajustes',
  'page.record': 'Expediente',
  'page.ownPlan': 'Plan',
  'page.schools': 'Escuelas y sus estudiantes',
  'page.referrals': 'Solicitudes',
  'page.opportunityPlans': 'Quién debería tener un plan',
  'page.runs': 'Búsquedas de opciones',
  'page.plans': 'Planes de asignación',
  'page.agreements': 'Convenios',
  'page.verify': '¿Sigue siendo correcto el directorio?',
  'page.partner': 'Sus servicios',
  'page.shared': 'Compartido con nosotros',
  'page.find': 'Buscar un servicio',
  'page.gaps': 'Carencias',
  'page.whereNext': '¿Dónde después?',
  'page.coLocation': 'Bajo un mismo techo',
  'page.unmet': 'Pedido y no encontrado',
  'page.surveys': 'Encuestas',
  'page.weights': 'Pesos de la búsqueda',
  'page.import': 'Importar',
  'page.accounts': 'Personas y cuentas',
  'page.audit': 'Registro',
  'page.retention': 'Qué se guarda y qué se borró',
  'page.account': 'Su cuenta',
};
