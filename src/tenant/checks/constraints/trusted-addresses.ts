import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { type Cidr, cidrContains, parseCidr } from '../../../source/text/parse-cidr.ts'
import type { Check } from '../check.ts'

const most = 50

const notPublic = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
].flatMap((range) => parseCidr(range) ?? [])

const isPublic = (cidr: Cidr): boolean => cidr.family === 4 && !notPublic.some((range) => cidrContains(range, cidr))

/** Trusted addresses are public IPv4 ranges, and not too many. */
export const trustedAddresses: Check = (file) => {
  const path = ['multifactorAuthentication', 'trustedIps']
  const ranges = file.section('multifactorAuthentication')?.trustedIps ?? []
  const found: Diagnostic[] = ranges.flatMap((range, index): readonly Diagnostic[] => {
    const cidr = parseCidr(range)
    if (cidr === undefined || isPublic(cidr)) return []
    return [{ code: 'CON-13', args: { range }, at: file.document.rangeOf([...path, index]) }]
  })
  if (ranges.length <= most) return found
  return [...found, { code: 'CON-12', args: { count: ranges.length, most }, at: file.document.rangeOfKey(path) }]
}
