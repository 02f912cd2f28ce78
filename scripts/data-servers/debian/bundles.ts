import type { BundleSpec } from './unpack-bundle.ts';

const POSTGRES = 'usr/lib/postgresql/18';
const EXTENSIONS = 'usr/share/postgresql/18/extension';

/** PostgreSQL 18 with DocumentDB and the extensions that it stands on. */
export const DOCUMENTDB: BundleSpec = {
  name: `documentdb-18-r1-${process.arch}`,
  packages: ['postgresql-18-documentdb'],
  // Half of the closure's bytes serve rasters, scripts and installation.
  unlikely:
    /^(fonts|gnupg|libaom|libaws|libblas|libc-gconv|libc-l10n|libdb5|libgcrypt|libgdal|libgfortran|libhdf5|libheif|libjxl|liblapack|libmpfr|libnss3|libperl|libpoppler|librav1e|libsfcgal|libspatialite|libsvtav1|libsystemd-shared|libxerces|locales|openssl|passwd|perl|postgresql-client|procps|proj-data|python|systemd)/,
  programs: [`${POSTGRES}/bin/postgres`, `${POSTGRES}/bin/initdb`],
  folders: [`${POSTGRES}/lib`, 'usr/share/postgresql/18'],
  // Compiled query plans (LLVM) and rasters (GDAL) are most of the closure's weight and never used.
  without:
    /^(bitcode|llvmjit|postgis_raster|postgis_sfcgal|postgis_topology|address_standardizer|contrib|man)|^extension\/(postgis_(raster|sfcgal|topology|tiger)|address_)/,
  plugins: `${POSTGRES}/lib`,
  copies: { [`${EXTENSIONS}/postgis.control`]: `${EXTENSIONS}/postgis-3.control` },
};

export const REDIS: BundleSpec = {
  name: `redis-r1-${process.arch}`,
  packages: ['redis-server'],
  programs: ['usr/bin/redis-server'],
  folders: [],
};

/** Programs of a bundle, by what they are called. */
export const PROGRAMS = {
  postgres: `${POSTGRES}/bin/postgres`,
  initdb: `${POSTGRES}/bin/initdb`,
  redis: 'usr/bin/redis-server',
} as const;
