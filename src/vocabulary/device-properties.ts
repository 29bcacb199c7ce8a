/** How a filter for devices can compare a property. */
export type DeviceComparison = 'equality' | 'membership' | 'text' | 'collection'

/** A property of a device that a filter can name. */
export interface DeviceProperty {
  readonly name: string
  readonly compared: DeviceComparison
  /** Its values in the vendor's words, where the list of them is closed. */
  readonly values?: readonly string[]
}

/** Properties of devices in Graph's words, with the operators and values that the vendor documents for filters. */
export const deviceProperties: readonly DeviceProperty[] = [
  { name: 'deviceId', compared: 'membership' },
  { name: 'displayName', compared: 'text' },
  { name: 'enrollmentProfileName', compared: 'text' },
  ...Array.from({ length: 15 }, (_, index): DeviceProperty => {
    return { name: `extensionAttribute${index + 1}`, compared: 'text' }
  }),
  { name: 'isCompliant', compared: 'equality', values: ['True', 'False'] },
  { name: 'manufacturer', compared: 'text' },
  { name: 'mdmAppId', compared: 'membership' },
  { name: 'model', compared: 'text' },
  { name: 'operatingSystem', compared: 'text' },
  { name: 'operatingSystemVersion', compared: 'text' },
  { name: 'ownership', compared: 'equality', values: ['Company', 'Personal'] },
  { name: 'physicalIds', compared: 'collection' },
  {
    name: 'profileType',
    compared: 'equality',
    values: ['RegisteredDevice', 'SecureVM', 'Printer', 'Shared', 'IoT'],
  },
  { name: 'systemLabels', compared: 'collection' },
  { name: 'trustType', compared: 'equality', values: ['AzureAD', 'ServerAD', 'Workplace'] },
]

/** The name that filters have for a property of which Graph's `deviceInfo` has another one. */
export const deviceOwnership = { inFilters: 'deviceOwnership', inSignals: 'ownership' } as const

/** The property of a name in any case, as filters or as signals write it. */
export function devicePropertyNamed(word: string): DeviceProperty | undefined {
  const lower = word.toLowerCase()
  const name = lower === deviceOwnership.inFilters.toLowerCase() ? deviceOwnership.inSignals : lower
  return deviceProperties.find((property) => property.name.toLowerCase() === name)
}

/** Trust types by all the names that logs, requests and filters give them. */
const trustTypes: ReadonlyMap<string, string> = new Map([
  ['entraid', 'azuread'],
  ['azure ad joined', 'azuread'],
  ['microsoft entra joined', 'azuread'],
  ['hybrid azure ad joined', 'serverad'],
  ['microsoft entra hybrid joined', 'serverad'],
  ['azure ad registered', 'workplace'],
  ['microsoft entra registered', 'workplace'],
])

/** A trust type as policies compare it, lower-cased. */
export function trustTypeOf(word: string): string {
  const lower = word.toLowerCase()
  return trustTypes.get(lower) ?? lower
}

/** Whether a filter can compare a property with a value, as far as the vendor documents its values. */
export function isDeviceValue({ name, values }: DeviceProperty, word: string): boolean {
  const meant = name === 'trustType' ? trustTypeOf(word) : word.toLowerCase()
  return values === undefined || values.some((value) => value.toLowerCase() === meant)
}

/** Whether a device can bring a value along: nothing, or what filters compare; its owner may not be known. */
export function isDeviceSignal(property: DeviceProperty, word: string): boolean {
  const unowned = property.name === deviceOwnership.inSignals && word.toLowerCase() === 'unknown'
  return word === '' || unowned || isDeviceValue(property, word)
}
