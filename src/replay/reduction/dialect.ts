import type { Dimension, Expression } from './expression.ts'
import type { RecordField } from './record-field.ts'

/** The columns of the answer beside the dimensions, the same from every engine. */
export const countNames = ['signIns', 'people', 'first', 'last', 'witness', 'application', 'resource'] as const

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
