type Numbers = Int8Array | Uint8Array | Int32Array | Uint32Array;

/** A column of numbers by row, as long as it has to be; what nobody has said is `missing`. */
export class NumberColumn {
  private numbers: Numbers;
  private readonly make: (length: number) => Numbers;

  constructor(kind: new (length: number) => Numbers, missing = 0) {
    this.make = (length) => new kind(length).fill(missing);
    this.numbers = this.make(1024);
    this.missing = missing;
  }

  readonly missing: number;

  get(row: number): number {
    return this.numbers[row] ?? this.missing;
  }

  set(row: number, value: number): void {
    if (row >= this.numbers.length) {
      const wider = this.make(Math.max(row + 1, this.numbers.length * 2));
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[row] = value;
  }
}
