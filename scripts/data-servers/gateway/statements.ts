/** The engine's functions: every statement is prepared once a connection and fed with bytes. */

const command = '$2::bytea::documentdb_core.bson';
const sequence = '$3::bytea::documentdb_core.bsonsequence';
const cursorColumns = 'cursorpage::bytea, continuation::bytea, persistconnection, cursorid';

const firstPage = (name: string): string =>
  `SELECT ${cursorColumns} FROM documentdb_api.${name}_cursor_first_page($1, ${command})`;
const write = (name: string): string =>
  `SELECT p_result::bytea, p_success FROM documentdb_api.${name}($1, ${command}, ${sequence})`;
const query = (name: string): string => `SELECT document::bytea FROM documentdb_api.${name}($1, ${command})`;

export const STATEMENTS = {
  insert: write('insert'),
  update: write('update'),
  delete: write('delete'),
  findAndModify: `SELECT p_result::bytea, p_success FROM documentdb_api.find_and_modify($1, ${command})`,

  find: firstPage('find'),
  aggregate: firstPage('aggregate'),
  listCollections: firstPage('list_collections'),
  listIndexes: firstPage('list_indexes'),
  getMore: `SELECT cursorpage::bytea, continuation::bytea
    FROM documentdb_api.cursor_get_more($1, ${command}, $3::bytea::documentdb_core.bson)`,
  count: query('count_query'),
  distinct: query('distinct_query'),

  create: `SELECT documentdb_api.create_collection_view($1, ${command})::bytea`,
  drop: 'SELECT documentdb_api.drop_collection($1, $2)',
  dropDatabase: 'SELECT documentdb_api.drop_database($1)::text',
  renameCollection: 'SELECT documentdb_api.rename_collection($1::bytea::documentdb_core.bson)::bytea',
  collMod: 'SELECT documentdb_api.coll_mod($1, $2, $3::bytea::documentdb_core.bson)::bytea',
  createIndexes: `SELECT documentdb_api_internal.create_indexes_non_concurrently($1, ${command}, true)::bytea`,
  dropIndexes: `CALL documentdb_api.drop_indexes($1, ${command}, NULL)`,

  listDatabases: 'SELECT documentdb_api.list_databases($1::bytea::documentdb_core.bson)::bytea',
  collStats: 'SELECT documentdb_api.coll_stats($1, $2, $3::float8)::bytea',
  dbStats: 'SELECT documentdb_api.db_stats($1, $2::float8)::bytea',
  validate: query('validate'),

  /** The indexes of a collection as 'id (name,BSONHEX<key>,...)': their type has a text form only. */
  indexes: `SELECT i.index_id || ' ' || i.index_spec::text FROM documentdb_api_catalog.collection_indexes i
    JOIN documentdb_api_catalog.collections c USING (collection_id) WHERE c.database_name = $1 AND c.collection_name = $2`,
} as const;

export type StatementName = keyof typeof STATEMENTS;
