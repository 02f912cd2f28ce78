const QUIET = { logging: { type: '' } };
/** Metres; far beyond a day's way, so that no question about one district is refused. */
const FAR = {
  max_distance: 1e6,
  max_locations: 20,
  max_matrix_distance: 1e6,
  max_matrix_location_pairs: 1e7,
};

/** For valhalla_build_tiles: all that people walk, ride and drive on; nothing is fetched from anywhere. */
export function buildingConfig(tileDir: string): object {
  return {
    mjolnir: {
      tile_dir: tileDir,
      concurrency: 2,
      max_cache_size: 512e6,
      include_bicycle: true,
      include_pedestrian: true,
      include_driving: true,
      data_processing: { use_admin_db: false },
      logging: { type: 'std_err', color: false },
    },
  };
}

/**
 * For the engine: what Valhalla's own valhalla_build_config writes, as far as it insists on it. Every source is searched
 * with Dijkstra's algorithm ("timedistancematrix"): exact, and here quicker than its many-to-many search.
 */
export function actingConfig(tileDir: string): object {
  return {
    mjolnir: { tile_dir: tileDir, max_cache_size: 256e6, ...QUIET },
    loki: {
      actions: ['sources_to_targets', 'isochrone', 'locate'],
      use_connectivity: true,
      service_defaults: {
        radius: 0,
        minimum_reachability: 50,
        search_cutoff: 35_000,
        node_snap_tolerance: 5,
        street_side_tolerance: 5,
        street_side_max_distance: 1000,
        heading_tolerance: 60,
      },
      ...QUIET,
    },
    thor: { source_to_target_algorithm: 'timedistancematrix', ...QUIET },
    odin: QUIET,
    meili: MAP_MATCHING,
    service_limits: LIMITS,
  };
}

/** Map matching is not used, but the engine does not open without. */
const MAP_MATCHING = {
  mode: 'auto',
  customizable: [],
  verbose: false,
  default: {
    sigma_z: 4.07,
    gps_accuracy: 5,
    beta: 3,
    max_route_distance_factor: 5,
    max_route_time_factor: 5,
    max_search_radius: 100,
    breakage_distance: 2000,
    interpolation_distance: 10,
    search_radius: 50,
    geometry: false,
    route: true,
    turn_penalty_factor: 0,
  },
  grid: { size: 500, cache_size: 1000 },
  ...QUIET,
};

const LIMITS = {
  auto: FAR,
  bicycle: FAR,
  pedestrian: { ...FAR, min_transit_walking_distance: 1, max_transit_walking_distance: 10_000 },
  multimodal: FAR,
  isochrone: {
    max_contours: 4,
    max_time_contour: 240,
    max_distance: 1e6,
    max_locations: 1,
    max_distance_contour: 1000,
  },
  trace: {
    max_distance: 200_000,
    max_gps_accuracy: 100,
    max_search_radius: 100,
    max_shape: 16_000,
    max_alternates: 3,
    max_alternates_shape: 100,
  },
  skadi: { max_shape: 750_000, min_resample: 10 },
  centroid: { max_distance: 200_000, max_locations: 5 },
  status: { allow_verbose: false },
  max_exclude_locations: 0,
  max_exclude_polygons_length: 0,
  max_reachability: 100,
  max_radius: 200,
  max_timedep_distance: 0,
  max_timedep_distance_matrix: 0,
  max_alternates: 0,
  max_distance_disable_hierarchy_culling: 0,
  allow_hard_exclusions: false,
};
