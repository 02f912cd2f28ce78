/** Protocol buffers as far as an OpenStreetMap file needs them (protobuf.dev, "Encoding"): varints, lists, messages. */

/** A whole number of 0 to 2^53, seven bits a byte, the low ones first. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}

/** Zigzag: 0, -1, 1, -2 become 0, 1, 2, 3, so that small negative numbers stay short. */
export function signed(value: number): number[] {
  return varint(value < 0 ? -2 * value - 1 : 2 * value);
}

export function numberField(field: number, bytes: readonly number[]): Uint8Array {
  return Uint8Array.from([...varint(field * 8), ...bytes]);
}

/** A text, a message within a message, or a packed list. */
export function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
}

export function textField(field: number, text: string): Uint8Array {
  return bytesField(field, new TextEncoder().encode(text));
}

export function packedField(field: number, values: readonly (readonly number[])[]): Uint8Array {
  return bytesField(field, Uint8Array.from(values.flat()));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
