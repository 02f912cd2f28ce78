import { BSON, onDemand } from 'bson';

/** One field at the top of a BSON document, not decoded. */
export interface Element {
  type: number;
  name: string;
  /** From the type byte to the end of the value. */
  bytes: Buffer;
  value: Buffer;
}

/** The fields at the top of a document, in order. Throws when their lengths do not add up. */
export function elementsOf(document: Buffer): Element[] {
  return [...onDemand.parseToElements(document)].map(([type, nameAt, nameLength, valueAt, valueLength]) => ({
    type,
    name: document.toString('utf8', nameAt, nameAt + nameLength),
    bytes: document.subarray(nameAt - 1, valueAt + valueLength),
    value: document.subarray(valueAt, valueAt + valueLength),
  }));
}

/** A document of the given fields: bytes are copied, never decoded. */
export function documentOf(elements: readonly Element[]): Buffer {
  const size = elements.reduce((sum, element) => sum + element.bytes.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...elements.map((element) => element.bytes), Buffer.of(0)], size);
}

/** Decodes one field. */
export function decodeElement(element: Element): unknown {
  return BSON.deserialize(documentOf([element]), DECODE)[element.name];
}

/** Keeps 64-bit integers whole: cursor and transaction numbers do not fit a double. */
export const DECODE = { useBigInt64: true, promoteBuffers: false } as const;
