const FNV_PRIME = 0x01000193;

/**
 * Numbers ids in the order in which they come, and keeps none of them: two hashes of 32 bits each stand for an id, so a
 * hundred thousand take two megabytes whatever their length. With n ids two share both with a probability below
 * n² / 2⁶⁵: 3 × 10⁻¹⁰ for 100,000. Open addressing, at most half full.
 */
export class IdIndex {
  /** How many ids there are. */
  size = 0;
  private slots = new Int32Array(1024).fill(-1);
  private first = new Uint32Array(512);
  private second = new Uint32Array(512);

  /** The number of an id; a new one gets the next. */
  add(id: string): number {
    const [a, b] = hashesOf(id);
    const slot = this.slotOf(a, b);
    const known = this.slots[slot]!;
    if (known >= 0) return known;
    const number = this.size;
    this.size += 1;
    this.slots[slot] = number;
    this.first[number] = a;
    this.second[number] = b;
    if (this.size === this.first.length) this.grow();
    return number;
  }

  /** The number of an id; -1 where it has none. */
  get(id: string): number {
    return this.slots[this.slotOf(...hashesOf(id))]!;
  }

  private slotOf(a: number, b: number): number {
    const mask = this.slots.length - 1;
    for (let slot = (a ^ b) & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known < 0 || (this.first[known] === a && this.second[known] === b)) return slot;
    }
  }

  private grow(): void {
    const wider = (hashes: Uint32Array) => {
      const grown = new Uint32Array(hashes.length * 2);
      grown.set(hashes);
      return grown;
    };
    this.first = wider(this.first);
    this.second = wider(this.second);
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let number = 0; number < this.size; number += 1)
      this.slots[this.slotOf(this.first[number]!, this.second[number]!)] = number;
  }
}

/** FNV-1a with two offsets, each mixed at the end as MurmurHash3 does (A. Appleby), for their bits hang together. */
function hashesOf(id: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    a = Math.imul(a ^ unit, FNV_PRIME);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [mixed(a), mixed(b ^ id.length)];
}

function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
