import type { EligibilityTexts } from './eligibility-en.ts';
import type { Translated } from './translate.ts';

/** Lo mismo en español. */
export const eligibilityEs: Translated<EligibilityTexts> = {
  'rule.income': 'Para familias con ingresos de hasta el {percent}% del nivel federal de pobreza.',
  'rule.incomeOrPrograms':
    'Para familias con ingresos de hasta el {percent}% del nivel federal de pobreza o en uno de estos programas: {programs}.',
  'rule.programs': 'Para personas en uno de estos programas: {programs}.',
  'rule.genders': 'Solo para {genders}.',
  'rule.attribute': 'Importa: {attribute}. Aceptan: {values}.',
  'for.female': 'niñas y mujeres',
  'for.male': 'niños y hombres',
  'for.nonbinary': 'personas no binarias',
  'gender.female': 'Femenino',
  'gender.male': 'Masculino',
  'gender.nonbinary': 'No binario',
  'income.upTo': 'hasta el {to}% del nivel de pobreza',
  'income.between': 'del {from}% al {to}% del nivel de pobreza',
  'income.over': 'más del {from}% del nivel de pobreza',
  'known.title': 'Lo que los servicios pueden preguntar',
  'known.lead':
    'Solo si lo sabe. Se guarda sellado. Lo ven quien coordina, la administración y la familia; los maestros y los socios no.',
  'known.gender': 'Género',
  'known.income': 'Ingresos de la familia',
  'known.programs': 'Programas',
  'known.unknown': 'No se sabe',
  'known.yes': 'Sí',
  'known.no': 'No',
  'known.isNot': 'no está en: {programs}',
  'known.incomeIs': 'ingresos: {band}',
};
