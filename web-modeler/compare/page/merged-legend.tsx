/** How a merged view marks which text something is of. */
export function MergedLegend({
  beforeWords,
  afterWords,
}: Record<'beforeWords' | 'afterWords', string>) {
  return (
    <p class="legend">
      <span class="legend-removed">
        <del>删去的内容</del>（{beforeWords}）
      </span>
      <span class="legend-added">
        <ins>新的内容</ins>（{afterWords}）
      </span>
    </p>
  );
}
