/** What the format of the benchmarks asks for: so many services at most, within so many kilometres. */
export const LOOKED_FOR = { count: 20, limitKm: 15 };
