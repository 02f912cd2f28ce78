/**
 * Stands in for zod in the browser. Shapes guard the server's doors; here they are only types, but building them is
 * still code. So every way to build one answers with this, and 60 kB stay at home. Nothing here may parse.
 */
const shape: object = new Proxy(() => shape, {
  get(_target, name) {
    if (name === 'parse' || name === 'safeParse') throw new Error('Shapes are not checked in the browser.');
    return shape;
  },
});

export { shape as z };
