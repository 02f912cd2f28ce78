/**
 * The finest H3 resolution in which a home may be kept: about 5 km². One finer is 0.7 km², in the country a single
 * farm. A district may ask for coarser cells, down to about 250 km².
 */
export const FINEST_HOME_RESOLUTION = 7;
export const COARSEST_HOME_RESOLUTION = 5;
