import type { DownloadTexts } from './download-en.ts';
import type { Translated } from './translate.ts';

/** What the page says where the directory is downloaded, in Spanish. */
export const downloadEs: Translated<DownloadTexts> = {
  title: 'Descargar el directorio',
  'title.part': 'Descargar lo que encontró',
  'title.site': 'Descargar lo que hay en {place}',
  all: 'Todos los servicios, lugares y organizaciones que aquí puede ver cualquiera.',
  part: 'Solo lo que encontró su búsqueda, con sus lugares y las organizaciones que lo dan.',
  found: { one: '{n} servicio', other: '{n} servicios' },
  change: 'Cambiar la búsqueda',
  backToSite: 'Volver a la página de este lugar',
  wholeInstead: 'Descargar todo el directorio',
  nothing: 'No se encontró nada, así que no hay nada que descargar',
  nothingHelp: 'Quite un filtro de su búsqueda o descargue todo el directorio.',
  choose: 'Elija un archivo',
  download: 'Descargar {file}',
  'csv.name': 'una tabla (CSV)',
  'csv.for': 'Para una hoja de cálculo como Excel o Google Sheets. Una fila por cada servicio en cada lugar.',
  'geojson.name': 'un mapa (GeoJSON)',
  'geojson.for': 'Para un programa de mapas como QGIS. Un punto por cada servicio en cada lugar.',
  'hsds.zip.name': 'tablas (HSDS, zip)',
  'hsds.zip.for':
    'Para otro directorio o una base de datos. Todo según la norma Open Referral, un archivo CSV por tabla.',
  'hsds.json.name': 'registros (HSDS, JSON)',
  'hsds.json.for': 'Para programas. Lo mismo, cada servicio y organización como un registro.',
  'hsds.ndjson.name': 'líneas (HSDS, JSON)',
  'hsds.ndjson.for': 'Para programas que leen archivos grandes. Lo mismo, un registro por línea.',
  inside: 'Qué hay en un archivo',
  insideText:
    'Lo que estas páginas muestran a cualquiera. Nada sobre estudiantes. Los lugares que deben quedar en secreto no llevan dirección ni punto. El archivo dice de qué búsqueda es.',
  embed: 'Mostrar esta búsqueda en su propio sitio web',
  large: 'Un archivo grande tarda un momento en empezar. Mientras tanto puede seguir trabajando.',
};
