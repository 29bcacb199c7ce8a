import type { DimensionName } from './dimensions.ts'
import type { Dimension, Expression } from './expression.ts'
import type { RecordField } from './record-field.ts'

/** A name of a person with the class, and with the user principal name if it is that of an account on-premises. */
export type ClassRow = readonly [name: string, label: string, is?: string]

/** Names of people with their classes. */
export type ClassRows = Iterable<ClassRow>

/** Prefixed to distinguish columns of saved shapes from those of a sign-in table. */
export const columnName = (name: DimensionName): string => `d_${name}`

/** How one engine expresses the reduction. */
export interface Dialect {
  readonly expression: (value: Expression) => string
  readonly field: (field: RecordField) => string
}

/** Quotes a text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Quotes a name as an SQL identifier. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The columns of a select, one per line. */
export function selected(dialect: Dialect, dimensions: readonly Dimension[]): string {
  return dimensions.map(({ name, value }) => `  ${dialect.expression(value)} AS ${sqlName(name)}`).join(',\n')
}
