import { jsonParser } from 'stream-json/core/parser.js';
import { tableByName } from '../../core/imports/map-headers.ts';

export type JsonObject = Record<string, unknown>;

export interface JsonItem {
  /** The list that it stood in: "contents", "services"; empty for a whole file. */
  list: string;
  value: unknown;
  /** Its number, from 1. */
  number: number;
  /** It was larger than a record may be, and was skipped. */
  tooLong?: boolean;
}

type Token = { name: string; value?: unknown };
type Container = JsonObject | unknown[];

/** Characters of one record, all its parts together. */
const MAXIMUM_RECORD = 8 * 1024 ** 2;
const MAXIMUM_DEPTH = 40;
/** Names under which services of the web wrap their lists. */
const ENVELOPES = new Set([
  'contents',
  'items',
  'results',
  'records',
  'data',
  'features',
  'rows',
  'elements',
]);

/** Where Overpass says behind its elements that it broke off; given out as a record of a list of this name. */
export const REMARK = 'remark';

/**
 * The records of a JSON text as it arrives: the items of a top-level list, of the lists in an envelope
 * (`{contents: []}`, `{services: []}`, `{"services.csv": []}`), or the one object that the file is. Holds one record.
 * @throws SyntaxError where the text is not JSON; the records before that place have been given out.
 */
export async function* readJson(text: AsyncIterable<string>): AsyncGenerator<JsonItem> {
  const parse = jsonParser({ packValues: false, streamValues: true });
  const assembler = new Assembler();
  for await (const chunk of text) yield* assembler.take(tokensOf(parse, chunk));
  if (!assembler.isWhole()) throw new SyntaxError('the text breaks off');
  const rest = assembler.end();
  if (rest) yield rest;
}

/** The parser answers with one token, several, or none at all. */
function tokensOf(parse: ReturnType<typeof jsonParser>, chunk: string): Token[] {
  try {
    const result: unknown = parse(chunk);
    if (typeof result !== 'object' || result === null) return [];
    return 'values' in result ? (result.values as Token[]) : [result as Token];
  } catch (error) {
    throw new SyntaxError(error instanceof Error ? error.message.slice(0, 200) : 'not JSON');
  }
}

class Assembler {
  private readonly stack: { container: Container; key: string }[] = [];
  /** 0 until the root has begun. */
  private base = 0;
  private list = '';
  private envelope: JsonObject | undefined;
  private envelopeKey = '';
  private streamed = false;
  private inArray = false;
  private number = 0;
  private size = 0;
  private skipDepth = 0;
  private skipping = false;
  private chunks: string[] = [];
  private depth = 0;
  private tooLongEnvelope = false;

  *take(tokens: readonly Token[]): Generator<JsonItem> {
    for (const token of tokens) {
      const item = this.token(token);
      if (item) yield item;
    }
  }

  /** The whole file, where it is one record rather than an envelope of lists. */
  end(): JsonItem | undefined {
    if (!this.envelope) return undefined;
    if (this.streamed) return this.remark(this.envelope);
    return { list: '', value: this.envelope, number: 1, ...(this.tooLongEnvelope ? { tooLong: true } : {}) };
  }

  private remark({ osm3s, [REMARK]: value }: JsonObject): JsonItem | undefined {
    return osm3s !== undefined && typeof value === 'string' ? { list: REMARK, value, number: 1 } : undefined;
  }

  /** Whether everything that was opened is closed, and there was anything at all. */
  isWhole(): boolean {
    return this.depth === 0 && this.base > 0;
  }

  private token(token: Token): JsonItem | undefined {
    if (token.name === 'startObject' || token.name === 'startArray') this.depth += 1;
    if (token.name === 'endObject' || token.name === 'endArray') this.depth -= 1;
    switch (token.name) {
      case 'startObject':
        return this.open({});
      case 'startArray':
        return this.open([]);
      case 'endObject':
      case 'endArray':
        return this.close();
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.chunks = [];
        return undefined;
      case 'stringChunk':
      case 'numberChunk':
        this.grow(String(token.value));
        return undefined;
      case 'endKey':
        return this.key(this.chunks.join(''));
      case 'endString':
        return this.scalar(this.chunks.join(''));
      case 'endNumber':
        return this.scalar(Number(this.chunks.join('')));
      default:
        return 'value' in token ? this.scalar(token.value) : undefined;
    }
  }

  private grow(chunk: string): void {
    this.size += chunk.length;
    if (this.size > MAXIMUM_RECORD) this.skipping = true;
    if (!this.skipping) this.chunks.push(chunk);
  }

  private open(container: Container): JsonItem | undefined {
    const isList = Array.isArray(container);
    if (this.stack.length === 0 && this.skipDepth === 0) {
      if (this.base === 0 && isList) {
        this.base = 1;
        this.inArray = true;
        this.streamed = true;
        return undefined;
      }
      if (this.base === 0) {
        this.base = 1;
        this.envelope = {};
        return undefined;
      }
      if (this.envelope && !this.inArray && isList && this.isRecordList()) {
        this.inArray = true;
        this.streamed = true;
        this.list = this.envelopeKey.replace(/\.csv$/i, '');
        this.number = 0;
        return undefined;
      }
    }
    this.size += 1;
    if (this.skipping || this.size > MAXIMUM_RECORD || this.stack.length >= MAXIMUM_DEPTH) {
      this.skipping = true;
      this.skipDepth += 1;
      return undefined;
    }
    this.stack.push({ container, key: '' });
    return undefined;
  }

  private isRecordList(): boolean {
    if (ENVELOPES.has(this.envelopeKey)) return true;
    const isRecord = this.envelope !== undefined && ('id' in this.envelope || 'name' in this.envelope);
    return !isRecord && tableByName(this.envelopeKey).length > 0;
  }

  private close(): JsonItem | undefined {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return undefined;
    }
    const closed = this.stack.pop();
    if (closed) return this.put(closed.container);
    if (this.inArray && this.envelope) this.inArray = false;
    return undefined;
  }

  private key(key: string): undefined {
    const top = this.stack.at(-1);
    if (this.skipDepth > 0) return undefined;
    if (top) top.key = key;
    else this.envelopeKey = key;
    return undefined;
  }

  private scalar(value: unknown): JsonItem | undefined {
    this.size += 1;
    if (this.skipDepth > 0) return undefined;
    return this.put(this.skipping && typeof value === 'string' ? '' : value);
  }

  private put(value: unknown): JsonItem | undefined {
    const top = this.stack.at(-1);
    if (top) {
      if (Array.isArray(top.container)) top.container.push(value);
      else setOwn(top.container, top.key, value);
      return undefined;
    }
    if (this.inArray || !this.envelope) return this.give(value);
    setOwn(this.envelope, this.envelopeKey, value);
    if (this.skipping) this.tooLongEnvelope = true;
    return undefined;
  }

  private give(value: unknown): JsonItem {
    this.number += 1;
    const item = { list: this.list, value, number: this.number, ...(this.skipping ? { tooLong: true } : {}) };
    this.size = 0;
    this.skipping = false;
    return item;
  }
}

/** Sets a key of its own, "__proto__" included, never the prototype. */
function setOwn(object: JsonObject, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
