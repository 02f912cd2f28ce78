/** How far something is. Without `total` it only says that it goes on. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total?: number | undefined;
}) {
  return (
    <div class="progress">
      <span class="progress-label">{label}</span>
      {total ? (
        <progress aria-label={label} value={Math.min(done, total)} max={total} />
      ) : (
        <progress aria-label={label} />
      )}
    </div>
  );
}

/** A share from 0 to 1 as a bar; the figure stands beside it in words. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span class="share-bar" aria-hidden="true">
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </span>
  );
}
