type Column = Uint8Array | Uint32Array | Int32Array;

const FIRST_ROOM = 1024;

/** A column of numbers whose length is not known before: it doubles its room when that is full. */
export function growing<T extends Column>(make: new (length: number) => T) {
  let values = new make(FIRST_ROOM);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const wider = new make(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    length: () => length,
    all: () => values.slice(0, length) as T,
  };
}
