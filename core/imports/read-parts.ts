import type { z } from 'zod';
import type { Accessibility, CostOption, Metadata, ServiceArea } from '../directory/service.ts';
import { Area } from '../geo/point.ts';
import { compact } from './compact.ts';
import type { FieldReader } from './read-fields.ts';

export function readCostOption(row: FieldReader): CostOption | undefined {
  const amount = row.number('amount');
  if (amount !== undefined && amount < 0) {
    row.note({ code: 'bad-number', field: 'amount', value: String(amount), action: 'left-out' });
  }
  return orEmpty(row, {
    option: row.line('option'),
    amount: amount !== undefined && amount >= 0 ? amount : undefined,
    currency: row.line('currency')?.toUpperCase(),
    amountDescription: row.text('amount_description'),
    validFrom: row.date('valid_from'),
    validTo: row.date('valid_to'),
  });
}

export function readServiceArea(row: FieldReader): ServiceArea | undefined {
  return orEmpty(row, {
    name: row.line('name'),
    description: row.text('description'),
    extent: readExtent(row),
    extentType: row.line('extent_type'),
  });
}

function readExtent(row: FieldReader): Area | undefined {
  const value = row.raw('extent');
  if (value === undefined) return undefined;
  const area = Area.safeParse(geometryOf(value));
  if (area.success) return area.data;
  row.note({ code: 'bad-extent', field: 'extent', value, action: 'left-out' });
  return undefined;
}

/** The geometry in a GeoJSON text, be it alone or in a feature. */
function geometryOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'geometry' in json ? json.geometry : json;
  } catch {
    return undefined;
  }
}

export function readAccessibility(row: FieldReader): z.infer<typeof Accessibility> | undefined {
  return orEmpty(row, {
    description: withLetters(row.text('description')),
    details: row.text('details'),
    url: row.url('url'),
  });
}

/** Some exports fill a cell with the commas of an empty list. */
function withLetters(text: string | undefined): string | undefined {
  return text && /[\p{L}\p{N}]/u.test(text) ? text : undefined;
}

export interface StagedCapacity {
  unit?: string;
  unitId?: string;
  available?: number;
  maximum?: number;
  description?: string;
  updated?: string;
}

export function readCapacity(row: FieldReader): StagedCapacity | undefined {
  const [available, maximum] = [row.count('available'), row.count('maximum')];
  if (available !== undefined && maximum !== undefined && available > maximum) {
    row.note({
      code: 'bad-number',
      field: 'available',
      value: String(available),
      action: 'kept',
      detail: `More are free than there are (${maximum}).`,
    });
  }
  return orEmpty(row, {
    unit: row.line('unit'),
    unitId: row.ids('unit_id')[0],
    available,
    maximum,
    description: row.text('description'),
    updated: row.instant('updated'),
  });
}

export function readMetadata(row: FieldReader): z.infer<typeof Metadata> | undefined {
  const field = row.line('field_name');
  if (field === undefined) {
    row.note({ code: 'empty-row', field: 'field_name', action: 'refused' });
    return undefined;
  }
  return compact({
    field,
    previousValue: row.text('previous_value'),
    replacementValue: row.text('replacement_value'),
    date: row.date('last_action_date'),
    updatedBy: row.line('updated_by'),
  });
}

/** The object without what is undefined; noted and undefined where nothing is left. */
function orEmpty<T extends object>(row: FieldReader, object: T) {
  const compacted = compact(object);
  if (Object.keys(compacted).length > 0) return compacted;
  row.note({ code: 'empty-row', action: 'left-out' });
  return undefined;
}
