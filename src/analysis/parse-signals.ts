import { suggest } from '../source/diagnostics/suggest.ts'
import { parseCidr } from '../source/text/parse-cidr.ts'
import { parseDuration } from '../source/text/parse-values.ts'
import { countryMeantBy, countryOf } from '../vocabulary/countries.ts'
import { deviceProperties, isDeviceSignal } from '../vocabulary/device-properties.ts'
import { authenticationMethods } from '../vocabulary/methods.ts'
import type { DeviceSignals, Signals } from '../vocabulary/requests.ts'
import { satisfiable, signalKeys, signalValues } from './wording/signal-words.ts'

/** A signal that cannot be taken as written. */
export interface SignalProblem {
  /** The entry as given: `devicePlatform=windos`. */
  readonly entry: string
  readonly message: string
  readonly help: string
}

/** The signals, or every entry that could not be read. */
export type ParsedSignals =
  | { readonly ok: true; readonly value: Signals }
  | { readonly ok: false; readonly problems: readonly SignalProblem[] }

/** The devices that `deviceInfo=NAME` can name, with their properties in Graph's terms. */
export type NamedDevices = ReadonlyMap<string, { readonly properties: DeviceSignals }>

type Value = string | number | readonly string[] | DeviceSignals
type Read =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string; readonly help: string }

const propertyNames = deviceProperties.map(({ name }) => name)
const noDevices: NamedDevices = new Map()

/** Reads entries `KEY=VALUE`: lists by comma, `deviceInfo.PROPERTY=VALUE` or `deviceInfo=DEVICE`, `lastMfa` as a duration. */
export function parseSignals(entries: readonly string[], devices: NamedDevices = noDevices): ParsedSignals {
  const signals: Record<string, Value> = {}
  const problems: SignalProblem[] = []
  const said = new Set<string>()
  for (const entry of entries) {
    const equals = entry.indexOf('=')
    const [key, property] = keyOf(equals < 0 ? entry : entry.slice(0, equals))
    const read = equals < 0 ? notAnEntry(entry) : readSignal(key, property, entry.slice(equals + 1).trim(), devices)
    const name = property === undefined ? key : `${key}.${property}`
    if (!read.ok) problems.push({ entry, message: read.message, help: read.help })
    else if (said.has(name.toLowerCase()) && !Array.isArray(read.value)) problems.push({ entry, ...givenTwice(name) })
    else signals[key] = merged(signals[key], read.value, key)
    said.add(name.toLowerCase())
  }
  // Every key has been compared with the names of Signals and every value read for its key.
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: signals as Signals }
}

/** Parts of a list are merged; for any other signal, a second value would silently replace the first. */
const givenTwice = (name: string) => ({ message: `the signal \`${name}\` is given twice`, help: 'give it once' })

/** The key as Graph spells it, and the property after its dot. */
function keyOf(written: string): readonly [key: string, property: string | undefined] {
  const dot = written.indexOf('.')
  const head = (dot < 0 ? written : written.slice(0, dot)).trim()
  const key = signalKeys.find((known) => known.toLowerCase() === head.toLowerCase()) ?? head
  return [key, dot < 0 ? undefined : written.slice(dot + 1).trim()]
}

function notAnEntry(entry: string): Read {
  return refuse(`\`${entry}\` is not a signal`, `write KEY=VALUE; ${oneOfText(entry, signalKeys)}`)
}

const refuse = (message: string, help: string): Read => ({ ok: false, message, help })

function oneOfText(word: string, known: readonly string[]): string {
  const near = suggest(word, known)
  const all = `use one of ${known.map((name) => `\`${name}\``).join(', ')}`
  return near === undefined ? all : `did you mean \`${near}\`? ${all}`
}

function readSignal(key: string, property: string | undefined, value: string, devices: NamedDevices): Read {
  if (!signalKeys.includes(key)) return refuse(`unknown signal \`${key}\``, oneOfText(key, signalKeys))
  if (key === 'deviceInfo') return readDevice(property, value, devices)
  if (key === 'satisfied' && property !== undefined) return readSatisfied(property, value)
  if (property !== undefined && !(key === 'authenticationFlow' && property === 'transferMethod'))
    return refuse(`\`${key}\` has no property \`${property}\``, `write \`${key}=VALUE\``)
  if (value === '') return refuse(`the signal \`${key}\` has no value`, 'remove the key if nothing is known')
  if (key in signalValues) {
    // The key was found in the table above.
    return readWord(key, value, signalValues[key as keyof typeof signalValues])
  }
  return readFree(key, value)
}

function readWord(key: string, value: string, known: readonly string[]): Read {
  const found = known.find((name) => name.toLowerCase() === value.toLowerCase())
  return found === undefined
    ? refuse(`unknown value \`${value}\` of \`${key}\``, oneOfText(value, known))
    : { ok: true, value: found }
}

function readFree(key: string, value: string): Read {
  switch (key) {
    case 'methods':
      return readList(key, value, authenticationMethods)
    case 'satisfied':
      return readList(key, value, satisfiable)
    case 'scopes':
      return { ok: true, value: parts(value) }
    case 'lastMfa':
    case 'deviceSignInAge':
    case 'lastSignIn':
      return readAge(value)
    case 'ipAddress':
      if (value === 'unknown' || (parseCidr(value) !== undefined && !value.includes('/'))) return { ok: true, value }
      return refuse(`\`${value}\` is not an IP address`, 'write an IPv4 or IPv6 address, or `unknown`')
    case 'authenticationContext':
      if (/^c\d{1,2}$/i.test(value)) return { ok: true, value: value.toLowerCase() }
      return refuse(`\`${value}\` is not an authentication context`, 'write its id, `c1` to `c99`')
    case 'country':
      if (value === 'unknown') return { ok: true, value }
      return readCountry(value)
    default:
      return { ok: true, value }
  }
}

function readCountry(value: string): Read {
  const country = countryOf(value)
  if (country !== undefined) return { ok: true, value: country }
  const meant = countryMeantBy(value)
  const near = meant === undefined ? '' : `did you mean \`${meant}\`? `
  return refuse(
    `\`${value}\` is not a country`,
    `${near}write a two-letter ISO 3166 code such as \`DE\`, or \`unknown\``,
  )
}

function readAge(value: string): Read {
  const age = parseDuration(value.toUpperCase())
  if (age !== undefined) return { ok: true, value: age }
  return refuse(
    `\`${value}\` is not a duration`,
    'write an ISO 8601 duration: `PT2H` for two hours, `P14D` for fourteen days',
  )
}

const parts = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readList(key: string, value: string, known: readonly string[]): Read {
  const words: string[] = []
  for (const part of value === 'none' ? [] : parts(value)) {
    const found = known.find((name) =>
      name.endsWith(':')
        ? part.startsWith(name) && part.length > name.length
        : name.toLowerCase() === part.toLowerCase(),
    )
    if (found === undefined) return refuse(`unknown value \`${part}\` of \`${key}\``, oneOfText(part, known))
    words.push(found.endsWith(':') ? part : found)
  }
  return { ok: true, value: words }
}

/** One control by the name that an open verdict gives it: `satisfied.compliantApplication=false`. */
function readSatisfied(control: string, value: string): Read {
  const told = ['true', 'false'].find((word) => word === value.toLowerCase())
  if (told === undefined)
    return refuse(`unknown value \`${value}\` of \`satisfied.${control}\``, 'use `true` or `false`')
  const read = readList('satisfied', control, satisfiable)
  return read.ok && told === 'false' ? { ok: true, value: [] } : read
}

function readDevice(property: string | undefined, value: string, devices: NamedDevices): Read {
  if (property === undefined) {
    for (const [name, device] of devices)
      if (name.toLowerCase() === value.toLowerCase()) return { ok: true, value: device.properties }
    const help = devices.size === 0 ? 'the tenant file declares no devices' : oneOfText(value, [...devices.keys()])
    return refuse(`unknown device \`${value}\``, `${help}; or give its properties: \`deviceInfo.isCompliant=true\``)
  }
  const found = deviceProperties.find(({ name }) => name.toLowerCase() === property.toLowerCase())
  if (found === undefined)
    return refuse(`\`deviceInfo\` has no property \`${property}\``, oneOfText(property, propertyNames))
  const { name, values = [] } = found
  if (!isDeviceSignal(found, value))
    return refuse(`unknown value \`${value}\` of \`deviceInfo.${name}\``, oneOfText(value, values))
  return { ok: true, value: { [name]: value } }
}

/** Device properties and list parts are merged; for any other key, the last value wins. */
function merged(before: Value | undefined, value: Value, key: string): Value {
  if (Array.isArray(value) && Array.isArray(before)) return [...before, ...value]
  // Under this key only device properties are ever stored.
  return key === 'deviceInfo' && before !== undefined
    ? { ...(before as DeviceSignals), ...(value as DeviceSignals) }
    : value
}
