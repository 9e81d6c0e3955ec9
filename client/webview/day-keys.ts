/** The keyboard in the grid: one cell is in the order of tabs, the arrows move among all of them. */

interface Cell {
  readonly target: HTMLElement;
  /** Its middle, in pixels from the left: what is above and below is the nearest to it. */
  readonly middle: number;
}

/** The cells of each row that can have the focus, from left to right. */
function rowsOf(grid: HTMLElement): Cell[][] {
  return [...grid.querySelectorAll<HTMLElement>('[role=row]')]
    .map((row) =>
      [...row.querySelectorAll<HTMLElement>('[data-id]')].map((target) => {
        const { left, width } = target.getBoundingClientRect();
        return { target, middle: left + width / 2 };
      }),
    )
    .filter((cells) => cells.length > 0);
}

/** The cell to which a key leads from another one; nothing where the key leads nowhere. */
export function cellAfter(grid: HTMLElement, from: HTMLElement, key: string, far: boolean): HTMLElement | undefined {
  const rows = rowsOf(grid);
  const row = rows.findIndex((cells) => cells.some(({ target }) => target === from));
  if (row < 0) return undefined;
  const cells = rows[row]!;
  const at = cells.findIndex(({ target }) => target === from);
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1]?.target;
    case 'ArrowLeft':
      return cells[at - 1]?.target;
    case 'Home':
      return (far ? rows[0]! : cells)[0]?.target;
    case 'End': {
      const row = far ? rows[rows.length - 1]! : cells;
      return row[row.length - 1]?.target;
    }
    case 'ArrowUp':
      return nearest(rows[row - 1], cells[at]!, at === 0);
    case 'ArrowDown':
      return nearest(rows[row + 1], cells[at]!, at === 0);
    default:
      return undefined;
  }
}

/** Names stay among names, sessions among sessions, where there are any. */
function nearest(cells: readonly Cell[] | undefined, from: Cell, isName: boolean): HTMLElement | undefined {
  if (!cells) return undefined;
  const [name, ...sessions] = cells;
  if (isName || sessions.length === 0) return name?.target;
  const distance = ({ middle }: Cell) => Math.abs(middle - from.middle);
  return sessions.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best)).target;
}

/** Makes one cell the one that Tab leads to. */
export function makeTabStop(grid: HTMLElement, cell: HTMLElement | undefined): void {
  for (const other of grid.querySelectorAll<HTMLElement>('[data-id][tabindex="0"]')) other.tabIndex = -1;
  if (cell) cell.tabIndex = 0;
}
