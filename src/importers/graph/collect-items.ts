import type { LocatedDocument } from '../../source/document/located-document.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { LargePage, PageItem } from '../large-page.ts'
import { type Claim, type Collected, type GraphObject, type UnknownPart, visit, type Walk } from './collect.ts'
import { knownPeople } from './known-person.ts'
import { notImported } from './not-imported.ts'
import { type PeoplePage, slimPerson } from './person.ts'
import type { Divide } from './person-template.ts'
import { fieldsOf } from './recognize.ts'

/** How the objects of a page are read. */
export interface PageReading {
  /** Reads an item with its places; undefined if it cannot be read. */
  readonly read: (item: PageItem) => LocatedDocument | undefined
  readonly claims: Claim
  readonly divide: Divide
}

/** The address of which a page is the answer. */
const addressOf = (answer: Mapping): string => `${fieldsOf(answer).get('@odata.context') ?? ''}`

/** The objects of a page, one at a time: of people only what matters is kept, without the text. */
export function collectItems({ name, answer, items }: LargePage, { read, claims, divide }: PageReading): Collected {
  const context = addressOf(answer)
  const page: PeoplePage = { name, context, divide }
  const people = knownPeople(page)
  const objects: GraphObject[] = []
  const [unknown, missed]: [UnknownPart[], UnknownPart[]] = [[], []]
  const records: string[] = []
  let count = 0
  for (const item of items()) {
    const known = people.find(item)
    const document = known === undefined ? read(item) : undefined
    if (known !== undefined) objects.push(known)
    if (document !== undefined) {
      const walk: Walk = { document, objects: [], records, claims, unknown }
      if (!visit(walk, document.value, [], context)) missed.push({ document, path: [] })
      people.note(item, walk.objects)
      for (const object of walk.objects) objects.push(slimPerson(object, page))
    }
    if (known !== undefined || document !== undefined) count += 1
  }
  const isUnknown = count > 0 && missed.length === count
  return {
    objects,
    coverage: notImported(name, records),
    unknown: [...unknown, ...missed],
    ...(isUnknown ? { isUnknown } : {}),
  }
}
