import type { DimensionName } from './dimensions.ts'
import type { Dimension, Expression } from './expression.ts'
import type { RecordField } from './record-field.ts'

/** Names with the classes of their people. */
export type ClassRows = Iterable<readonly [name: string, label: string]>

/** Columns of saved shapes stand apart from those of a table of sign-ins by their first letters. */
export const columnName = (name: DimensionName): string => `d_${name}`

/** How one engine writes the reduction. */
export interface Dialect {
  readonly expression: (value: Expression) => string
  readonly field: (field: RecordField) => string
}

/** A text as a literal of SQL. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as an identifier of SQL. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The columns of a select, one a line. */
export function selected(dialect: Dialect, dimensions: readonly Dimension[]): string {
  return dimensions.map(({ name, value }) => `  ${dialect.expression(value)} AS ${sqlName(name)}`).join(',\n')
}
