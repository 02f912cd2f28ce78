import type { WaitsTexts } from './waits-texts.ts';

/** What waits, in Spanish. */
export const waitsEs = {
  'waits.referrals-late': {
    one: '{n} solicitud sin respuesta a tiempo',
    other: '{n} solicitudes sin respuesta a tiempo',
  },
  'waits.referrals-no-address': {
    one: 'El correo no llega a la organización de {n} solicitud: entregue la carta',
    other: 'El correo no llega a las organizaciones de {n} solicitudes: entregue las cartas',
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
  'waits.reviews-falling': {
    one: '{n} estudiante está peor y espera a alguien',
    other: '{n} estudiantes están peor y esperan a alguien',
  },
  'waits.reviews-overdue': { one: '{n} chequeo mensual atrasado', other: '{n} chequeos mensuales atrasados' },
  'waits.reviews-due': {
    one: '{n} chequeo por hacer este mes',
    other: '{n} chequeos por hacer este mes',
  },
  'waits.review-own': {
    one: '{n} chequeo es tuyo: ¿cómo estás? Toma un minuto',
    other: '{n} chequeos son tuyos: ¿cómo estás? Cada uno toma un minuto',
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
  'waits.proposals': {
    one: '{n} corrección: su fuente ahora dice otra cosa',
    other: '{n} correcciones: sus fuentes ahora dicen otra cosa',
  },
  'waits.points': {
    one: '{n} lugar necesita que usted diga dónde está en el mapa',
    other: '{n} lugares necesitan que usted diga dónde están en el mapa',
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
  'waits.assessment-actions': {
    one: 'Hay que hacer pronto {n} cosa que se propusieron para su escuela',
    other: 'Hay que hacer pronto {n} cosas que se propusieron para sus escuelas',
  },
  'waits.consents-ending': {
    one: '{n} consentimiento termina pronto',
    other: '{n} consentimientos terminan pronto',
  },
  'waits.shared-to-delete': {
    one: '{n} dato compartido está cerrado: ¿borró su propia copia?',
    other: '{n} datos compartidos están cerrados: ¿borró sus propias copias?',
  },
  'waits.webhooks-off': {
    one: '{n} webhook se desactivó: sus mensajes no llegaron',
    other: '{n} webhooks se desactivaron: sus mensajes no llegaron',
  },
  'waits.feeds-waiting': {
    one: '{n} fuente automática trajo cambios para que usted los vea',
    other: '{n} fuentes automáticas trajeron cambios para que usted los vea',
  },
  'waits.feeds-failing': {
    one: '{n} fuente automática no llega desde hace un día',
    other: '{n} fuentes automáticas no llegan desde hace un día',
  },
  'waits.imports-findings': {
    one: '{n} importación suya tiene avisos por revisar',
    other: '{n} importaciones suyas tienen avisos por revisar',
  },
  'waits.runs-failed': {
    one: '{n} trabajo que usted empezó no llegó al final',
    other: '{n} trabajos que usted empezó no llegaron al final',
  },
} as const satisfies WaitsTexts;
