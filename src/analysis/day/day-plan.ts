import { purposesOf } from '../../simulate/plan-requests.ts'
import { type Diagnostic, type Loaded, loadedOf } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { type Found, findClient, findNetwork } from '../../tenant/find.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type DayStep, dayActions, minuteOfDay } from '../../vocabulary/days.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Purpose } from '../../vocabulary/requests.ts'

const keys = ['at', 'do', 'client', 'network'] as const

interface Reading {
  readonly document: LocatedDocument
  readonly tenant: Tenant
  readonly diagnostics: Diagnostic[]
}

/** Reads the steps of a day, each `{ at, do, client, network }`, in chronological order; or returns diagnostics. */
export function readDay(tenant: Tenant, document: LocatedDocument): Loaded<readonly DayStep[]> {
  const reading: Reading = { document, tenant, diagnostics: [] }
  const { value } = document
  if (!Array.isArray(value) || value.length === 0) {
    const found = Array.isArray(value) ? 0 : undefined
    if (found === undefined) wrongKind(reading, 'a day', 'a list', [])
    else
      reading.diagnostics.push({ code: 'SHAPE-10', args: { what: 'a day', least: 1, found }, at: document.rangeOf([]) })
    return { ok: false, diagnostics: reading.diagnostics }
  }
  const steps = value.flatMap((one: unknown, index) => stepOf(reading, one, index) ?? [])
  return loadedOf(
    steps.toSorted((one, other) => one.minute - other.minute),
    reading.diagnostics,
  )
}

function wrongKind(
  { document, diagnostics }: Reading,
  what: string,
  expected: 'a list' | 'a mapping' | 'text',
  path: DocumentPath,
) {
  const value = path.reduce<unknown>((at, step) => Object(at)[step], document.value)
  const found =
    value === null || value === undefined
      ? 'nothing'
      : Array.isArray(value)
        ? 'a list'
        : isMapping(value)
          ? 'a mapping'
          : kindOf(value)
  diagnostics.push({ code: 'SHAPE-4', args: { what, expected: [expected], found }, at: document.rangeOf(path) })
}

const kindOf = (value: unknown) =>
  typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'true or false' : 'a number'

function stepOf(reading: Reading, value: unknown, index: number): DayStep | undefined {
  const { document, diagnostics } = reading
  if (!isMapping(value)) {
    wrongKind(reading, 'a step of a day', 'a mapping', [index])
    return undefined
  }
  for (const key of Object.keys(value)) {
    if (keys.some((known) => known === key)) continue
    const suggestion = suggest(key, keys)
    const args = { key, of: 'a step of a day', known: keys, ...(suggestion === undefined ? {} : { suggestion }) }
    diagnostics.push({ code: 'SHAPE-1', args, at: document.rangeOfKey([index, key]) })
  }
  const texts = Object.fromEntries(keys.map((key) => [key, textOf(reading, value, index, key)]))
  const minute = minuteOf(reading, texts['at'], [index, 'at'])
  const does = dayActions.find((deed) => deed === texts['do'])
  if (texts['do'] !== undefined && does === undefined) unknown(reading, 'deed', texts['do'], dayActions, [index, 'do'])
  const client = nameOf(reading, 'client', texts['client'], findClient, [index, 'client'])
  const network = nameOf(reading, 'network', texts['network'], findNetwork, [index, 'network'])
  if (minute === undefined || does === undefined || client === undefined || network === undefined) return undefined
  return { minute, does, client, network }
}

function textOf(
  reading: Reading,
  value: Readonly<Record<string, unknown>>,
  index: number,
  key: string,
): string | undefined {
  const { document, diagnostics } = reading
  if (!Object.hasOwn(value, key)) {
    diagnostics.push({ code: 'SHAPE-2', args: { key, of: 'a step of a day' }, at: document.rangeOf([index]) })
    return undefined
  }
  const text = value[key]
  if (typeof text === 'string' && text.trim() !== '') return text.trim()
  wrongKind(reading, key, 'text', [index, key])
  return undefined
}

function minuteOf(
  { document, diagnostics }: Reading,
  text: string | undefined,
  path: DocumentPath,
): number | undefined {
  if (text === undefined) return undefined
  const minute = minuteOfDay(text)
  if (minute !== undefined) return minute
  const args = { what: 'time', value: text, expected: 'a time of the day', example: '08:30' }
  diagnostics.push({ code: 'SHAPE-9', args, at: document.rangeOf(path) })
  return undefined
}

function unknown(
  { document, diagnostics }: Reading,
  what: string,
  value: string,
  known: readonly string[],
  path: DocumentPath,
) {
  const suggestion = suggest(value, known)
  const args = { what, value, known, ...(suggestion === undefined ? {} : { suggestion }) }
  diagnostics.push({ code: 'SHAPE-3', args, at: document.rangeOf(path) })
}

function nameOf(
  reading: Reading,
  what: string,
  text: string | undefined,
  finder: (tenant: Tenant, text: string) => Found<{ readonly name: string }>,
  path: DocumentPath,
): string | undefined {
  if (text === undefined) return undefined
  const found = finder(reading.tenant, text)
  if (found.found) return found.value.name
  unknown(reading, what, text, found.known, path)
  return undefined
}

/** The day that the tenant file declares, with names resolved, or the default day of the user. */
export function dayOf(tenant: Tenant, user: User): readonly DayStep[] {
  if (tenant.day.length === 0) return defaultDay(tenant, user)
  return tenant.day.map((step) => ({
    ...step,
    client: resolved(findClient(tenant, step.client), step.client),
    network: resolved(findNetwork(tenant, step.network), step.network),
  }))
}

const resolved = (found: Found<{ readonly name: string }>, text: string): string =>
  found.found ? found.value.name : text

/** The default day: unlock, mail, Teams, intranet and files, each if the user has a client for it. */
export function defaultDay(tenant: Tenant, user: User): readonly DayStep[] {
  const own = [...tenant.clients.values()].filter(
    ({ users }) => users === undefined || users.includes(user.userPrincipalName),
  )
  const network = [...tenant.networks.values()][0]?.name
  if (network === undefined) return []
  const found = (does: Purpose, browser: boolean) =>
    own
      .filter(({ product }) => (product.kind === 'browser') === browser)
      .find((client) => purposesOf(tenant, user.userPrincipalName, client, undefined).includes(does))
  const mail = found('read-mail', false) ?? found('read-mail', true)
  const unlocked = mail?.device === undefined ? own.find(({ device }) => device !== undefined) : mail
  const planned = [
    [480, 'unlock', unlocked],
    [485, 'read-mail', mail],
    [490, 'join-meeting', found('join-meeting', false) ?? found('join-meeting', true)],
    [510, 'open-documents', found('open-documents', true)],
    [540, 'open-documents', found('open-documents', false)],
  ] as const
  return planned.flatMap(([minute, does, client]) =>
    client === undefined ? [] : [{ minute, does, client: client.name, network }],
  )
}
