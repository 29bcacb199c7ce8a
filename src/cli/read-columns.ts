import { columns, plainHeader } from '../importers/people/headers.ts'
import type { NamedColumns } from '../importers/people/named-columns.ts'
import { parseSource } from '../source/document/located-document.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { oneOf, usageProblem } from './usage.ts'

const kinds = [...columns, 'unused'] as const

/** What the columns of lists of people say, by their headers: a YAML or JSON file of `Header: userPrincipalName`. */
export async function readColumns(file: string, environment: Environment): Promise<NamedColumns> {
  const source = await accepted(environment, environment.reader.read(file))
  const { value } = await accepted(environment, parseSource(source))
  if (!isMapping(value))
    throw usageProblem(`\`${file}\` does not name any columns`, 'write one `Header: userPrincipalName` per line')
  return new Map(
    Object.entries(value).map(([header, column]) => {
      const wanted = String(column).toLowerCase()
      const known = kinds.find((one) => one.toLowerCase() === wanted)
      return [plainHeader(header), known ?? oneOf('column', String(column), kinds)] as const
    }),
  )
}
