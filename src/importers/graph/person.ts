import type { LocatedDocument } from '../../source/document/located-document.ts'
import { positionOf, type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { GraphObject } from './collect.ts'
import { type Divide, type PersonalTexts, type PersonTemplate, recordOf } from './person-template.ts'
import { fieldsOf } from './recognize.ts'

/** The kinds of objects of which a tenant has one for each person. */
export type PersonKind = 'user' | 'registration detail'

/** Whether an object is one of those. */
export const isPersonKind = (kind: string): kind is PersonKind => kind === 'user' || kind === 'registration detail'

/** Where the record of a person begins. */
export interface PersonPlace {
  readonly line: number
  readonly column: number
}

/** The page of a file that holds people. */
export interface PeoplePage {
  readonly name: string
  /** The requested address. */
  readonly context: string
  readonly divide: Divide
}

/** How much memory one of very many people takes until the file is written, measured, in bytes. */
export const bytesOfPerson = 700

/** What is kept of a person. */
interface Row {
  readonly kind: PersonKind
  readonly page: PeoplePage
  readonly line: number
  readonly column: number
  readonly template: PersonTemplate
  // Not a list, which would take as much again.
  readonly first: string | undefined
  readonly second: string | undefined
  readonly third: string | undefined
  readonly fourth: string | undefined
  readonly fifth: string | undefined
}

const textsOf = ({ first, second, third, fourth, fifth }: Row): PersonalTexts => [first, second, third, fourth, fifth]

const recordIn = (row: Row): Mapping => recordOf(row.template, textsOf(row))

/** All parts of a person are at the start of the record. */
function documentOf(row: Row): LocatedDocument {
  const { page, line, column } = row
  const value = recordIn(row)
  const at: SourceRange = startOf({ name: page.name, text: '', firstLine: line, firstColumn: column })
  const has = ([key, ...rest]: GraphObject['path']): boolean =>
    key === undefined || (rest.length === 0 && Object.hasOwn(value, key))
  return { source: at.source, value, has, rangeOf: () => at, rangeOfKey: () => at }
}

const noSteps: GraphObject['path'] = []

/** What follows from a row is made when it is asked for, because there may be a million of them. */
const madeOfRow: Omit<GraphObject, 'kind'> & ThisType<Row> = {
  path: noSteps,
  get context() {
    return this.page.context
  },
  get value() {
    return recordIn(this)
  },
  get fields() {
    return fieldsOf(recordIn(this))
  },
  get document() {
    return documentOf(this)
  },
}

/** One of very many people, with the fields of a record that the import reads. */
export function person(kind: PersonKind, page: PeoplePage, record: Mapping, { line, column }: PersonPlace) {
  const { texts, template } = page.divide(record)
  const [first, second, third, fourth, fifth] = texts
  const row: Row = { kind, page, line, column, template, first, second, third, fourth, fifth }
  // The row has its kind, and the rest is made of it.
  return Object.setPrototypeOf(row, madeOfRow) as GraphObject
}

/** An object as it is, if it is not one of very many people. */
export function slimPerson(object: GraphObject, page: PeoplePage): GraphObject {
  const { kind, value, context, document, path } = object
  if (!isPersonKind(kind)) return object
  return person(kind, context === page.context ? page : { ...page, context }, value, positionOf(document.rangeOf(path)))
}
