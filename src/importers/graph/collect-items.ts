import type { LocatedDocument } from '../../source/document/located-document.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import { type Claim, type Collected, type GraphObject, type UnknownPart, visit, type Walk } from './collect.ts'
import { notImported } from './not-imported.ts'
import { fieldsOf } from './recognize.ts'
import { slimPerson } from './slim-person.ts'

/** The objects of a page, one at a time: of people only what matters is kept, without the text. */
export function collectItems(items: Iterable<LocatedDocument>, answer: Mapping, claims: Claim): Collected {
  const context = `${fieldsOf(answer).get('@odata.context') ?? ''}`
  const objects: GraphObject[] = []
  const [unknown, missed]: [UnknownPart[], UnknownPart[]] = [[], []]
  const records: string[] = []
  let [file, count] = ['', 0]
  for (const document of items) {
    const walk: Walk = { document, objects: [], records, claims, unknown }
    if (!visit(walk, document.value, [], context)) missed.push({ document, path: [] })
    for (const object of walk.objects) objects.push(slimPerson(object))
    file = document.source.name
    count += 1
  }
  const isUnknown = count > 0 && missed.length === count
  return {
    objects,
    coverage: notImported(file, records),
    unknown: [...unknown, ...missed],
    ...(isUnknown ? { isUnknown } : {}),
  }
}
