/** Rows as a Gherkin table: cells escaped, columns aligned. */
export function alignedTable(rows: readonly (readonly string[])[]): readonly string[] {
  const escaped = rows.map((row) =>
    row.map((cell) => cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n')),
  )
  const widths = (escaped[0] ?? []).map((_, column) => Math.max(...escaped.map((row) => row[column]?.length ?? 0)))
  return escaped.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}
