import { chordBound, unitVector } from '../../geo/sphere-points.ts';
import type { CandidateTask } from './candidate-task.ts';
import { chordKm } from './chord-km.ts';
import { nearestExactly } from './nearest-exactly.ts';
import { createSurvey } from './survey.ts';

/**
 * One look into the tree serves all requests that follow within this share of the way to the last service looked for.
 * The larger it is, the fewer looks, but the more services each request has to go through.
 */
const SHARE = 0.3;

/** Added to bounds that follow from the triangle inequality: far above rounding, and above what counts as a doubt. */
const MARGIN = { relative: 1e-6, absolute: 1e-11 };

/**
 * Squared chords closer than this may stand the other way round by the haversine formula, whose rounding differs: the
 * slack of sphere-points.ts, squared.
 */
const DOUBT = { relative: 2.1e-9, absolute: 2.1e-12 };

export type FindCandidates = (task: CandidateTask, category: number, from: number, to: number) => void;

/**
 * @param count as in the tasks to come, and so is @param limitKm
 * @param largest number of services in one of their trees
 * @returns a function that finds and writes the candidates of a stretch of slots of one category. Keep it: V8 runs one
 * that was made once half again as fast as one of many, since then it knows where the room for its work lies.
 */
export function candidateFinder(count: number, limitKm: number, largest: number): FindCandidates {
  const limit = Math.sqrt(Math.min(chordBound(limitKm), 5));
  const inDoubt = (squared: number) => squared * DOUBT.relative + limit * DOUBT.absolute;
  const surelyWithin = limit * limit - 2 * inDoubt(limit * limit);
  const survey = createSurvey(largest);
  /** The nearest of one request, by chord and id; one more than asked for, to see whether the last is in doubt. */
  const nearest = { chord: new Float64Array(count + 1), service: new Uint32Array(count + 1) };

  return (task, category, from, to) => {
    const { trees } = task;
    const origins = originsOf(task, from, to);
    const { x, y, z } = origins;
    /** Within this chord of the request before lie more services than asked for; at most the limit. */
    let full = limit;
    for (let i = 0; i < to - from; ) {
      if (i > 0) full = Math.min(limit, full + apart(origins, i, i - 1));
      survey.take(trees[category]!, x[i]!, y[i]!, z[i]!, squaredBound(full * (1 + 2 * SHARE)));
      if (survey.size > count) full = Math.min(full, Math.sqrt(survey.chord[count]!));
      const radius = full;
      for (const center = i; i < to - from; i++) {
        const away = apart(origins, i, center);
        if (away > SHARE * radius) break;
        const found = choose(x[i]!, y[i]!, z[i]!, squaredBound(radius + 2 * away));
        if (!write(task, from + i, found)) nearestExactly(task, from + i, survey);
        full = found > count ? Math.sqrt(nearest.chord[count]!) : limit;
      }
    }
  };

  /** Puts the nearest of the survey in order, and says how many: at most one more than asked for. */
  function choose(ox: number, oy: number, oz: number, bound: number): number {
    const { size, chord: fromCenter, x, y, z, service } = survey;
    const { chord, service: chosen } = nearest;
    let filled = 0;
    for (let i = 0; i < size && fromCenter[i]! <= bound; i++) {
      const dx = x[i]! - ox;
      const dy = y[i]! - oy;
      const dz = z[i]! - oz;
      const squared = dx * dx + dy * dy + dz * dz;
      const id = service[i]!;
      if (filled > count && squared > chord[count]!) continue;
      let at = Math.min(filled, count);
      // A full list loses its last, which is in its place; where that one ties, `write` is in doubt.
      if (filled <= count) filled++;
      for (; at > 0; at--) {
        const before = chord[at - 1]!;
        if (before < squared || (before === squared && chosen[at - 1]! < id)) break;
        chord[at] = before;
        chosen[at] = chosen[at - 1]!;
      }
      chord[at] = squared;
      chosen[at] = id;
    }
    return filled;
  }

  /** @returns false where the haversine formula could order them otherwise, or see one on the other side of the limit */
  function write(task: CandidateTask, slot: number, found: number): boolean {
    const { chord, service } = nearest;
    const first = slot * count;
    let written = 0;
    for (; written < found; written++) {
      const squared = chord[written]!;
      if (squared > surelyWithin) {
        if (squared <= limit * limit) return false;
        break;
      }
      if (written > 0 && squared - chord[written - 1]! <= inDoubt(squared) && !tiesById(task, written))
        return false;
      if (written === count) break;
      task.service[first + written] = service[written]!;
      task.km[first + written] = chordKm(squared);
    }
    task.counts[slot] = written;
    return true;
  }

  /** Services at the very same place are equally near by any formula; unless one of them is the first left out. */
  function tiesById({ services }: CandidateTask, i: number): boolean {
    const [a, b] = [nearest.service[i - 1]!, nearest.service[i]!];
    return i < count && services.lon[a] === services.lon[b] && services.lat[a] === services.lat[b];
  }
}

function squaredBound(chord: number): number {
  return (chord * (1 + MARGIN.relative) + MARGIN.absolute) ** 2;
}

interface Origins {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

function originsOf({ students, student }: CandidateTask, from: number, to: number): Origins {
  const room = () => new Float64Array(to - from);
  const origins = { x: room(), y: room(), z: room() };
  for (let i = 0; i < to - from; i++) {
    const who = student[from + i]!;
    const [x, y, z] = unitVector([students.lon[who]!, students.lat[who]!]);
    origins.x[i] = x;
    origins.y[i] = y;
    origins.z[i] = z;
  }
  return origins;
}

function apart({ x, y, z }: Origins, i: number, j: number): number {
  const dx = x[i]! - x[j]!;
  const dy = y[i]! - y[j]!;
  const dz = z[i]! - z[j]!;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
