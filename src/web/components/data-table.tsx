import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** The titles, in order; a column's title is also its key. */
  columns: readonly string[];
  /** Narrower than this, in pixels, it scrolls sideways. */
  minWidth?: number;
  className?: string;
  testId?: string;
  children: ReactNode;
};

/** A table and its titles in a region of its own that scrolls sideways, with the keyboard too. Plain elements: there are hundreds of cells. */
export function DataTable({ label, columns, minWidth, className = '', testId, children }: Props) {
  return (
    <div className={`scroll-x ${className}`} tabIndex={0} role="region" aria-label={label}>
      <table className="table" aria-label={label} data-testid={testId} style={{ minWidth }}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
