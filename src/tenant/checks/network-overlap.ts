import type { DocumentPath } from '../../source/document/located-document.ts'
import { type Cidr, cidrContains, parseCidr } from '../../source/text/parse-cidr.ts'
import type { Check } from './check.ts'

interface Range {
  readonly network: string
  readonly text: string
  readonly cidr: Cidr
  readonly path: DocumentPath
}

/** No address is in two networks. */
export const networkOverlap: Check = (file) => {
  const ranges = file.list('networks').flatMap(({ path, value }) =>
    (value.ranges ?? []).flatMap((text, index): readonly Range[] => {
      const cidr = parseCidr(text)
      return cidr === undefined ? [] : [{ network: value.name, text, cidr, path: [...path, 'ranges', index] }]
    }),
  )
  return ranges.flatMap((range, index) => {
    const other = ranges
      .slice(0, index)
      .find(
        (one) =>
          one.network !== range.network && (cidrContains(one.cidr, range.cidr) || cidrContains(range.cidr, one.cidr)),
      )
    if (other === undefined) return []
    const related = [{ at: file.document.rangeOf(other.path), note: 'declared' }] as const
    const args = { network: range.network, range: range.text, other: other.network }
    return [{ code: 'TEN-6' as const, args, at: file.document.rangeOf(range.path), related }]
  })
}
