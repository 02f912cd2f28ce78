export interface CsvRecord {
  cells: string[];
  /** Line of the file on which the record begins, from 1. */
  line: number;
  /** How many lines of the file it takes. */
  lines: number;
  /** A quotation mark was opened and never closed in earnest: the line was split on its own. */
  unclosedQuote?: boolean;
  /** The record went over the bound; what lies behind it was skipped. */
  tooLong?: boolean;
  /** There are columns to be blind to, and it is not sure where in this record they are: its cells are empty. */
  withheld?: boolean;
}

/** Longest record in characters: room for a service area's GeoJSON, and the most that one stray quote can hold up. */
export const MAXIMUM_RECORD = 1_048_576;

interface Parsed {
  cells: string[];
  end: number;
  lines: number;
}
type Outcome = Parsed | 'more' | 'unclosed';

/** Tells of a header which of its columns must not be read. */
type BlindTo = (header: readonly string[]) => ReadonlySet<number>;

/**
 * Splits CSV (RFC 4180) into records as text arrives, holding at most one record. Ragged rows come as they are. A quote
 * that is opened and not closed does not swallow the file: as soon as the record passes the bound, the file ends, or the
 * closing mark stands where no field can end, its first line is split alone and reading goes on with the next.
 *
 * Cells of columns to be blind to are passed over: no value is made of them, and they come as empty. A record whose cells
 * are not those of the header could have such a value anywhere, so all of it is empty.
 */
export class CsvSplitter {
  private buffer = '';
  private line = 1;
  private skipping = false;
  private readonly plain: RegExp;
  private readonly delimiter: string;
  private readonly maximum: number;
  private readonly blindTo: BlindTo;
  private blind: ReadonlySet<number> = new Set();
  /** Cells of the header, once it was met. */
  private width: number | undefined;

  constructor(delimiter = ',', maximum = MAXIMUM_RECORD, blindTo: BlindTo = () => new Set()) {
    this.delimiter = delimiter;
    this.maximum = maximum;
    this.blindTo = blindTo;
    this.plain = new RegExp(`[^${delimiter === '|' ? '\\|' : delimiter}\\r\\n]*`, 'y');
  }

  push(text: string): CsvRecord[] {
    this.buffer += text;
    return this.drain(false);
  }

  end(): CsvRecord[] {
    return this.drain(true);
  }

  private drain(isEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < this.buffer.length) {
      if (this.skipping) {
        const next = this.afterLine(at, isEnd);
        if (next === undefined) {
          at = this.buffer.length;
          break;
        }
        this.skipping = false;
        this.line += 1;
        at = next;
        continue;
      }
      const outcome = this.parse(at, isEnd);
      if (outcome === 'more' && this.buffer.length - at <= this.maximum) break;
      const record = typeof outcome === 'string' ? this.recover(at, isEnd) : outcome;
      const flags =
        outcome === 'unclosed' ? { unclosedQuote: true } : outcome === 'more' ? { tooLong: true } : {};
      records.push({
        ...this.shown(record.cells, typeof outcome === 'string'),
        line: this.line,
        lines: record.lines,
        ...flags,
        ...(this.skipping ? { tooLong: true } : {}),
      });
      if (!this.skipping) this.line += record.lines;
      at = record.end;
    }
    this.buffer = this.buffer.slice(at);
    return records;
  }

  /** The cells of a record, or none of them; the first record that says something is the header. */
  private shown(cells: string[], isTorn: boolean): Pick<CsvRecord, 'cells' | 'withheld'> {
    if (this.width === undefined) {
      if (cells.some((cell) => cell.trim() !== '')) {
        this.width = cells.length;
        this.blind = this.blindTo(cells);
      }
      return { cells };
    }
    const isSure = !isTorn && cells.length === this.width;
    if (this.blind.size === 0 || isSure || (cells.length === 1 && cells[0] === '')) return { cells };
    return { cells: new Array<string>(this.width).fill(''), withheld: true };
  }

  private parse(start: number, isEnd: boolean): Outcome {
    const text = this.buffer;
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      const isBlind = this.blind.has(cells.length);
      if (text[at] === '"') {
        const quoted = this.quoted(start, at, isEnd, isBlind);
        if (typeof quoted === 'string') return quoted;
        cells.push(quoted.value);
        lines += quoted.lines;
        at = quoted.end;
      } else {
        const end = this.plainEnd(at);
        cells.push(isBlind ? '' : text.slice(at, end));
        at = end;
      }
      const next = text[at];
      if (next === undefined) return isEnd ? { cells, end: at, lines } : 'more';
      if (next === this.delimiter) at += 1;
      else if (next === '\n') return { cells, end: at + 1, lines };
      else if (at + 1 === text.length && !isEnd) return 'more';
      else return { cells, end: at + (text[at + 1] === '\n' ? 2 : 1), lines };
    }
  }

  private plainEnd(at: number): number {
    this.plain.lastIndex = at;
    this.plain.test(this.buffer);
    return this.plain.lastIndex;
  }

  private isBlank(from: number, until: number): boolean {
    BLANKS.lastIndex = from;
    BLANKS.test(this.buffer);
    return BLANKS.lastIndex >= until;
  }

  private quoted(
    start: number,
    open: number,
    isEnd: boolean,
    isBlind: boolean,
  ): { value: string; end: number; lines: number } | 'more' | 'unclosed' {
    const text = this.buffer;
    const parts: string[] = [];
    let from = open + 1;
    for (;;) {
      const close = text.indexOf('"', from);
      if (close < 0) return isEnd || text.length - start > this.maximum ? 'unclosed' : 'more';
      if (close - start > this.maximum) return 'unclosed';
      if (close + 1 === text.length && !isEnd) return 'more';
      if (!isBlind) parts.push(text.slice(from, close));
      if (text[close + 1] !== '"') return this.close(parts.join('"'), open, close + 1, isEnd, isBlind);
      from = close + 2;
    }
  }

  /** After the closing mark a delimiter or a line's end must follow; blanks before it and, on one line, anything else are forgiven. */
  private close(
    value: string,
    open: number,
    after: number,
    isEnd: boolean,
    isBlind: boolean,
  ): { value: string; end: number; lines: number } | 'more' | 'unclosed' {
    const end = this.plainEnd(after);
    if (end === this.buffer.length && !isEnd) return 'more';
    const lines = countLines(this.buffer, open, after);
    const isGarbage = !this.isBlank(after, end);
    if (isGarbage && lines > 0) return 'unclosed';
    return { value: isGarbage && !isBlind ? value + this.buffer.slice(after, end) : value, end, lines };
  }

  /** The first line alone, its quotes taken as they stand. */
  private recover(start: number, isEnd: boolean): Parsed {
    const next = this.afterLine(start, isEnd);
    const whole = this.buffer.slice(start, next ?? Math.min(this.buffer.length, start + this.maximum));
    if (next === undefined && !isEnd) this.skipping = true;
    const cells = this.blind.size > 0 ? [] : whole.replace(/[\r\n]+$/, '').split(this.delimiter);
    return {
      cells: cells.map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
      end: next ?? this.buffer.length,
      lines: 1,
    };
  }

  /** Where the next line begins; undefined while this one has not ended. */
  private afterLine(from: number, isEnd: boolean): number | undefined {
    const end = /\r\n|\n|\r(?!$)/g;
    end.lastIndex = from;
    const match = end.exec(this.buffer);
    if (match) return match.index + match[0].length;
    return isEnd ? this.buffer.length : undefined;
  }
}

const BLANKS = /[^\S\r\n]*/y;

function countLines(text: string, from: number, until: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The delimiter that the header line uses most outside quotes; a comma where it uses none. */
export function guessDelimiter(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length - 1,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
