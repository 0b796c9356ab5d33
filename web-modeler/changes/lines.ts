/** A stretch of lines that differs; line numbers count from 1 in the newer text. */
export type Hunk = { line: number; before: string[]; after: string[] };

/** Compares two texts line by line and gives what differs, in order. */
export function differingLines(before: string, after: string): Hunk[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = longestCommon(a, b);
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [k, l] of [...common, [a.length, b.length] as const]) {
    if (k > i || l > j) hunks.push({ line: j + 1, before: a.slice(i, k), after: b.slice(j, l) });
    [i, j] = [k + 1, l + 1];
  }
  return hunks;
}

/** Pairs of indices of the lines both texts have, as many as there can be. */
function longestCommon(a: string[], b: string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  const head = Array.from({ length: start }, (_, n): [number, number] => [n, n]);
  const tail = Array.from({ length: end }, (_, n): [number, number] => [
    a.length - end + n,
    b.length - end + n,
  ]);
  // Nothing people write by hand is this long; the whole middle is then one change.
  if (rows * columns > 4_000_000) return [...head, ...tail];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = a[start + row] === b[start + column];
      const length = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      const line = lengths[row];
      if (line) line[column] = length;
    }
  }
  const middle: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[start + row] === b[start + column]) {
      middle.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return [...head, ...middle, ...tail];
}
