/** A thin bar at the top while something loads; the words for it are in a StatusLine. */
export function LoadingBar() {
  return <div class="loading-bar" aria-hidden="true" />;
}
