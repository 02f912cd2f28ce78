/** The whole postgresql.conf, written anew at every start. */
export function postgresSettings(socketDir: string, durability: 'full' | 'off'): string {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
    // The gateway's two sets of connections, with room for the engine's own and an administrator.
    max_connections: 90,
    max_worker_processes: 16,

    'documentdb.localhost_connection_string': `host=${socketDir}`,
    'documentdb.maxWriteBatchSize': 100_000,
    // A cursor in a file holds no connection between its pages.
    'documentdb.useFileBasedPersistedCursors': 'on',
    'documentdb.defaultCursorExpiryTimeLimitSeconds': 900,
    // A deadlock fails the whole statement, which the gateway then runs again.
    'documentdb.throwDeadlockOnCRUD': 'on',
    // Many inserts of one value of a unique index wait for each other in circles; each circle takes so long to be seen.
    deadlock_timeout: '20ms',
    'documentdb_core.enableCollation': 'on',
    // It would look every second for indexes to build; the gateway has them built at once.
    'documentdb.enableBackgroundWorker': 'off',
    // Expired documents (TTL indexes) are removed by scheduled jobs, in workers and not over connections.
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    'cron.log_run': 'off',
    'cron.log_statement': 'off',

    // Small queries on a small machine.
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    // Big documents are compressed on writing; the default takes seconds for 16 MiB.
    default_toast_compression: 'lz4',
    max_parallel_workers_per_gather: 0,
    random_page_cost: 1.1,
    // A query whose client is gone ends.
    client_connection_check_interval: '1s',

    timezone: 'GMT',
    log_timezone: 'GMT',
    // The clients' mistakes are told to the clients.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(durability === 'off' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : quote(value)}\n`)
    .join('');
}

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
