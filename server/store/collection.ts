import { type Connection, type IndexDefinition, type IndexOptions, type Model, Schema } from 'mongoose';

/** A record as it is stored: its id is MongoDB's `_id`. */
export type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: string };

/** One collection: its name, what it holds and its indexes. */
export interface CollectionSpec {
  name: string;
  indexes: readonly [IndexDefinition, IndexOptions?][];
  /** Names of indexes that earlier versions made and no question goes by: they go. */
  former?: readonly string[];
}

/**
 * The model of a collection. The shapes are checked by zod where data enters, so the Mongoose schema adds no second
 * check: it carries the indexes and the types.
 */
export function model<T extends { id: string }>(db: Connection, spec: CollectionSpec): Model<Stored<T>> {
  const known = db.models[spec.name];
  if (known) return known as unknown as Model<Stored<T>>;
  const schema = new Schema(
    { _id: String },
    { strict: false, versionKey: false, minimize: false, autoIndex: false },
  );
  for (const [fields, options] of spec.indexes) schema.index(fields, options);
  return db.model(spec.name, schema, spec.name) as unknown as Model<Stored<T>>;
}

export function toStored<T extends { id: string }>({ id, ...rest }: T): Stored<T> {
  return { ...rest, _id: id };
}

export function fromStored<T extends { id: string }>({ _id, ...rest }: Stored<T>): T {
  return { ...rest, id: _id } as unknown as T;
}
