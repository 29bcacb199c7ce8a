import type { ExportRecord } from './record.ts'

/** How the records of one cmdlet are recognized. */
export interface RecordKind {
  /** What one record is, in words. */
  readonly title: string
  /** The noun of the cmdlet in lower case: `casmailbox`. */
  readonly noun: string
  /** A noun that the cmdlet had before. */
  readonly formerNoun?: string
  /** The noun is a word that files of other kinds are named with: it counts after `get-` alone. */
  readonly common?: true
  /** How the type ends that an export states, if not with the noun. */
  readonly type?: string
  /** Whether it is one by its fields alone, in lower case. */
  readonly fields?: (has: (...fields: readonly string[]) => boolean, record: ExportRecord) => boolean
}

/** The parts of a record's context, nearest first: command, section, file name, folders. */
const contextParts = (context: string): readonly string[] => context.split(/[/\\]/).reverse()

const namePattern = ({ noun, formerNoun, common }: RecordKind): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:get-?)${common ? '' : '?'}(?:${noun}|${formerNoun ?? noun})(?![a-z])`)

/** Finds the kind of a record: by its type, by the cmdlet in its context, otherwise by its fields. */
export function kindFinder<Kind extends RecordKind>(
  kinds: readonly Kind[],
  vendorTypes: string,
): (record: ExportRecord) => Kind | undefined {
  const named = kinds.map((kind) => [namePattern(kind), kind] as const)
  return (record) => {
    const { typeName, context, fields } = record
    const has = (...names: readonly string[]): boolean => names.every((name) => fields.has(name))
    const byType = typeName?.startsWith(vendorTypes)
      ? kinds.find(({ type, noun }) => typeName.endsWith(`.${type ?? noun}`))
      : undefined
    if (byType !== undefined) return byType
    for (const part of contextParts(context)) {
      const found = named.find(([pattern]) => pattern.test(part))
      if (found !== undefined) return found[1]
    }
    return kinds.find((kind) => kind.fields?.(has, record) === true)
  }
}
