import type { DeviceRule } from '../../tenant/conditional-access/device-rule.ts'
import type { DeviceSignals } from '../../vocabulary/requests.ts'
import type { InexactPart } from '../atom.ts'
import type { Side } from '../side.ts'
import { type Candidate, everywhere } from './candidate.ts'
import { type TextTest, textAtoms } from './texts.ts'

/** Properties with a closed list of values, in lower case as in filters. */
const closed: Readonly<Record<string, readonly string[]>> = {
  iscompliant: ['True', 'False'],
  trusttype: ['AzureAD', 'ServerAD', 'Workplace'],
  // Intune sets it: a device that Intune does not manage has none.
  deviceownership: ['Company', 'Personal', ''],
  profiletype: ['RegisteredDevice', 'SecureVM', 'Printer', 'Shared', 'IoT'],
}

/** Property names as Graph requests spell them. */
const spelling: Readonly<Record<string, string>> = {
  iscompliant: 'isCompliant',
  trusttype: 'trustType',
  deviceownership: 'ownership',
  profiletype: 'profileType',
  deviceid: 'deviceId',
  displayname: 'displayName',
  enrollmentprofilename: 'enrollmentProfileName',
  mdmappid: 'mdmAppId',
  operatingsystem: 'operatingSystem',
  operatingsystemversion: 'operatingSystemVersion',
  physicalids: 'physicalIds',
  systemlabels: 'systemLabels',
}

const collections: ReadonlySet<string> = new Set(['physicalids', 'systemlabels'])
const mostDevices = 4096
const mostLabels = 6

function* comparisons(rule: DeviceRule): Generator<DeviceRule & { readonly kind: 'compare' }> {
  if (rule.kind === 'compare') yield rule
  else if (rule.kind === 'not') yield* comparisons(rule.rule)
  else {
    yield* comparisons(rule.left)
    yield* comparisons(rule.right)
  }
}

/** What policies compare device properties with, by property. */
function testsOf(sides: readonly Side[]): ReadonlyMap<string, readonly TextTest[]> {
  const tests = new Map<string, Map<string, TextTest>>()
  for (const { compiled } of sides)
    for (const { conditions } of compiled.policies)
      for (const { rule } of conditions.devices ?? [])
        for (const { property, operator, values } of comparisons(rule))
          for (const value of values) {
            const known = tests.get(property) ?? new Map<string, TextTest>()
            known.set(`${operator} ${value}`, { operator, value })
            tests.set(property, known)
          }
  return new Map([...tests].map(([property, known]) => [property, [...known.values()]]))
}

/** Controls that the device state meets. */
const deviceControls: ReadonlySet<string> = new Set(['compliantDevice', 'domainJoinedDevice'])

const readsState = ({ compiled }: Side): boolean =>
  compiled.demands.clauses.some(({ controls }) => controls.some(({ kind }) => deviceControls.has(kind)))

function subsets(values: readonly string[]): readonly string[] {
  return values.reduce<string[]>(
    (all, value) => all.concat(all.map((one) => (one === '' ? value : `${one},${value}`))),
    [''],
  )
}

interface Property {
  readonly name: string
  readonly values: readonly string[]
  readonly complete: boolean
}

function propertyOf(property: string, tests: readonly TextTest[]): Property {
  const name = spelling[property] ?? property.replace('extensionattribute', 'extensionAttribute')
  const known = closed[property]
  if (known !== undefined) return { name, values: known, complete: true }
  if (collections.has(property)) {
    const labels = [...new Set(tests.map(({ value }) => value))]
    return { name, values: subsets(labels.slice(0, mostLabels)), complete: labels.length <= mostLabels }
  }
  const { texts, complete } = textAtoms(tests)
  return { name, values: texts, complete }
}

/** The devices that policies can distinguish, and what could not be partitioned. */
export interface DeviceCut {
  readonly candidates: readonly Candidate[]
  readonly open: readonly InexactPart[]
}

/** Every combination of the properties that policies read, and a device that is not in the directory. */
export function devices(sides: readonly Side[], states = false): DeviceCut {
  const tests = new Map(testsOf(sides))
  if (states || sides.some(readsState))
    for (const property of ['iscompliant', 'trusttype']) if (!tests.has(property)) tests.set(property, [])
  if (tests.size === 0) return { candidates: [everywhere('any device', {}, sides.length)], open: [] }
  const properties = [...tests].map(([property, all]) => propertyOf(property, all))
  const count = properties.reduce((product, { values }) => product * values.length, 1)
  const open: InexactPart[] = properties
    .filter(({ complete }) => !complete)
    .map(({ name }) => ({ dimension: 'device', reason: `the values of ${name} that filters compare are too many` }))
  if (count > mostDevices) open.push({ dimension: 'device', reason: `${count} kinds of devices are too many` })
  let made: readonly DeviceSignals[] = [{}]
  for (const { name, values } of properties)
    made = made.flatMap((device) => values.map((value) => ({ ...device, [name]: value }))).slice(0, mostDevices)
  return {
    candidates: [
      everywhere('devices that the directory does not know', { device: 'unregistered' }, sides.length),
      ...made.map((device) => everywhere(wordsOf(device), { device }, sides.length)),
    ],
    open,
  }
}

function wordsOf(device: DeviceSignals): string {
  const parts = Object.entries(device).map(([name, value]) =>
    value === '' ? `without ${name}` : `${name} ${JSON.stringify(value)}`,
  )
  return `devices with ${parts.join(', ')}`
}
