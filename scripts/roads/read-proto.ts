/** One field of a protocol buffers message: its number, and its bytes or its whole number. */
export interface Field {
  number: number;
  bytes?: Buffer;
  value?: number;
}

/** Reads the fields of a message (protobuf.dev, "Encoding"). @throws RangeError where it ends in the middle */
export function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message.readUInt8(at++);
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  const take = (length: number): Buffer => {
    if (at + length > message.length) throw new RangeError('the message ends too early');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const kind = key % 8;
    if (kind === 0) fields.push({ number, value: varint() });
    else if (kind === 1) fields.push({ number, bytes: take(8) });
    else if (kind === 2) fields.push({ number, bytes: take(varint()) });
    else if (kind === 5) fields.push({ number, bytes: take(4) });
    else throw new RangeError(`there is no kind of field ${kind}`);
  }
  return fields;
}

/** Zigzag: 0, 1, 2, 3 are 0, -1, 1, -2. */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
