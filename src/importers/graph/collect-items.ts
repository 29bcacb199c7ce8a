import type { LocatedDocument } from '../../source/document/located-document.ts'
import { startOf } from '../../source/text/source-text.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { LargePage, PageItem } from '../large-page.ts'
import type { Meter } from '../reading-limits.ts'
import { type Claim, type Collected, type GraphObject, type UnknownPart, visit, type Walk } from './collect.ts'
import { knownPeople } from './known-person.ts'
import { notImported } from './not-imported.ts'
import { bytesOfPerson, isPersonKind, type PeoplePage, slimPerson } from './person.ts'
import type { Divide } from './person-template.ts'
import { fieldsOf } from './recognize.ts'

/** How the objects of a page are read. */
export interface PageReading {
  /** Reads an item with its places; undefined if it cannot be read. */
  readonly read: (item: PageItem) => LocatedDocument | undefined
  /** Whether another reader takes an object of an item. */
  readonly claims: (item: LocatedDocument) => Claim
  readonly divide: Divide
  readonly hold: Meter['hold']
}

/** The address of which a page is the answer. */
const addressOf = (answer: Mapping): string => `${fieldsOf(answer).get('@odata.context') ?? ''}`

/** How much memory another object takes for each character of its text, measured, in bytes. */
const ofCharacter = 7

/** The objects of a page, one at a time: of people only what matters is kept, without the text. */
export function collectItems(
  { name, answer, items }: LargePage,
  { read, claims, divide, hold }: PageReading,
): Collected {
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
    const at = () => startOf({ ...item, text: '' })
    if (known !== undefined) objects.push(known)
    if (known !== undefined) hold(bytesOfPerson, at)
    if (document !== undefined) {
      const walk: Walk = { document, objects: [], records, claims: claims(document), unknown }
      if (!visit(walk, document.value, [], context)) missed.push({ document, path: [] })
      people.note(item, walk.objects)
      for (const object of walk.objects) objects.push(slimPerson(object, page))
      hold(walk.objects.every(({ kind }) => isPersonKind(kind)) ? bytesOfPerson : item.text.length * ofCharacter, at)
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
