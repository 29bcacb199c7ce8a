import type { LocationSide, Locations } from '../../tenant/conditional-access/locations.ts'
import type { NamedLocation, PolicyConditions } from '../../tenant/conditional-access/model.ts'
import { own } from '../../vocabulary/own.ts'

const sorted = (words: Iterable<string>): readonly string[] => [...words].sort()
const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const clientWords: Readonly<Record<string, string>> = {
  browser: 'browsers',
  mobileAppsAndDesktopClients: 'mobile apps and desktop clients',
  exchangeActiveSync: 'Exchange ActiveSync clients',
  easSupported: 'Exchange ActiveSync clients on supported platforms',
  easUnsupported: 'Exchange ActiveSync clients on unsupported platforms',
  other: 'other clients, which send a user name and password',
}

const wellKnown: Readonly<Record<string, string>> = {
  '3d46dbda-8382-466a-856d-eb00cbc6b910': 'the compliant network',
  '00000000-0000-0000-0000-000000000000': 'the addresses trusted by per-user MFA',
}

function placesInWords(side: LocationSide, known: readonly NamedLocation[]): readonly string[] {
  const nameOf = (id: string): string =>
    known.find((location) => location.id === id || location.name.toLowerCase() === id)?.name ?? own(wellKnown, id) ?? id
  return [
    ...(side.all ? ['any location'] : []),
    ...(side.trusted ? ['all trusted locations'] : []),
    ...sorted(side.ids).map(nameOf),
  ]
}

function locationsInWords(locations: Locations | undefined, known: readonly NamedLocation[]): readonly string[] {
  if (locations === undefined) return []
  const [from, except] = [placesInWords(locations.include, known), placesInWords(locations.exclude, known)]
  return [`From ${either(from)}${except.length === 0 ? '' : `, except from ${either(except)}`}.`]
}

function platformsInWords({ platforms }: PolicyConditions): readonly string[] {
  if (platforms === undefined) return []
  const on = platforms.all ? 'any platform' : either(sorted(platforms.include))
  const except = platforms.exclude.size === 0 ? '' : `, except ${either(sorted(platforms.exclude))}`
  return [`On ${on}${except}.`]
}

function clientsInWords({ clientApps }: PolicyConditions): readonly string[] {
  if (clientApps === undefined) return ['With any client.']
  const types = `With ${either(sorted(clientApps.types).map((type) => own(clientWords, type) ?? type))}.`
  const unclear = 'Whether it applies to legacy clients depends on when it was created.'
  return clientApps.legacyUnclear ? [types, unclear] : [types]
}

function levelsInWords(levels: ReadonlySet<string> | undefined, what: string): readonly string[] {
  return levels === undefined ? [] : [`When ${what} is ${either(sorted(levels))}.`]
}

const transferWords: Readonly<Record<string, string>> = {
  devicecodeflow: 'device code flow',
  authenticationtransfer: 'authentication transfer',
  none: 'no transfer',
}

/** The conditions of a policy as sentences. */
export function conditionsInWords(
  conditions: PolicyConditions,
  locations: readonly NamedLocation[] = [],
): readonly string[] {
  const { devices = [], transferMethods } = conditions
  const flows = sorted(transferMethods ?? []).map((method) => own(transferWords, method) ?? method)
  return [
    ...clientsInWords(conditions),
    ...platformsInWords(conditions),
    ...locationsInWords(conditions.locations, locations),
    ...devices.map(({ mode, text }) => `${mode === 'include' ? 'Only for devices' : 'Not for devices'} with ${text}.`),
    ...levelsInWords(conditions.signInRisk, 'the risk of the sign-in'),
    ...levelsInWords(conditions.userRisk, 'the risk of the user'),
    ...levelsInWords(conditions.servicePrincipalRisk, 'the risk of the service principal'),
    ...levelsInWords(conditions.insiderRisk, 'the insider risk'),
    ...(flows.length === 0 ? [] : [`By ${either(flows)}.`]),
  ]
}
