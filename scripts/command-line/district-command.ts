import { fieldChanges } from '../../core/audit/field-changes.ts';
import { District } from '../../core/district/district.ts';
import type { BoundingBox } from '../../core/geo/point.ts';
import { readDistrict, saveDistrict } from '../../server/settings/district-store.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, type CommandInput, HELP } from './help.ts';

/** Sets up the community, or changes its settings: what is not named stays as it is. */
export const districtCommand: Command = async ({ values, say }) => {
  const changes = readChanges(values);
  return async ({ db, audit }) => {
    const known = await readDistrict(db);
    const parsed = District.safeParse({ id: 'district', ...known, ...changes });
    if (!parsed.success) throw new Refusal(`A new district needs --name and --bounds.\n\n${HELP}`);
    await audit.record({
      action: 'system.settings',
      account: null,
      on: { kind: 'district', id: parsed.data.id },
      changes: fieldChanges(known ?? {}, parsed.data),
    });
    await saveDistrict(db, parsed.data);
    say(JSON.stringify(parsed.data, null, 2));
    return 0;
  };
};

function readChanges(values: CommandInput['values']): Partial<District> {
  const { name, timezone, units, bounds, 'small-numbers': threshold } = values;
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof timezone === 'string' && { timezone: knownTimezone(timezone) }),
    ...(typeof units === 'string' && { units: knownUnits(units) }),
    ...(typeof threshold === 'string' && { smallNumbers: knownThreshold(threshold) }),
    ...(typeof bounds === 'string' && within(readBounds(bounds))),
  };
}

function within(bounds: BoundingBox): Pick<District, 'bounds' | 'center'> {
  const [west, south, east, north] = bounds;
  return { bounds, center: [(west + east) / 2, (south + north) / 2] };
}

function readBounds(text: string): BoundingBox {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text
    .split(',')
    .map(Number);
  const inWorld = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!(west < east && south < north && inWorld)) {
    throw new Refusal(`--bounds ${text}: give west,south,east,north in degrees, as in -77.2,38.7,-76.8,39.1`);
  }
  return [west, south, east, north];
}

function knownUnits(name: string): District['units'] {
  const parsed = District.shape.units.safeParse(name);
  if (!parsed.success) throw new Refusal(`--units ${name} is not known: give miles or kilometers.`);
  return parsed.data;
}

function knownThreshold(text: string): number {
  const parsed = District.shape.smallNumbers.unwrap().safeParse(Number(text));
  if (!parsed.success) throw new Refusal(`--small-numbers ${text}: give a whole number from 5 to 100.`);
  return parsed.data;
}

function knownTimezone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new Refusal(`--timezone ${name} is not known: give a name such as America/New_York.`);
  }
}
