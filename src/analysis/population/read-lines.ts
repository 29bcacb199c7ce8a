import type { SourcePieces } from '../../source/files/source-reader.ts'
import { type JsonLine, readJsonLines } from '../../source/records/read-json-lines.ts'
import { startOf } from '../../source/text/source-text.ts'
import { userAsOurs } from '../../tenant/graph/as-ours.ts'
import { user } from '../../tenant/graph/documented-people.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { type AccountName, accountNamed, type OpenClass } from './classes.ts'
import { count, judged, memberOf, noGroups, type Reading, type Reread, report } from './reading.ts'
import type { EachName } from './unique-names.ts'

/** Most keys remembered. */
const mostKeys = 200_000
function remember({ known }: Reading, key: string, into: OpenClass): void {
  if (known.size >= mostKeys) known.clear()
  known.set(key, into)
}

const idle: ReadonlySet<string> = new Set(user.withoutEffect)

/** Whether a key is one that Graph returns and no sign-in depends on. */
const isIdle = (key: string): boolean => idle.has(key) || key.includes('@odata.')

const withoutIdle = (line: Mapping): Mapping => Object.fromEntries(Object.entries(line).filter(([key]) => !isIdle(key)))

/** Everything in a line except the identity; undefined if the line must be processed individually. */
function keyOfLine(value: unknown, { singled, nameConditions }: LineKeys): string | undefined {
  if (!isMapping(value) || nameConditions > 0) return undefined
  const { userPrincipalName, displayName, id, onPremisesSamAccountName, onPremisesDomainName, ...rest } =
    userAsOurs(value)
  const names = [userPrincipalName, displayName, id]
  if (typeof userPrincipalName !== 'string') return undefined
  if (names.some((name) => typeof name === 'string' && singled.has(name.toLowerCase()))) return undefined
  const counting = Object.keys(rest).some(isIdle) ? withoutIdle(rest) : rest
  return JSON.stringify(counting) + userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1)
}

interface LineKeys {
  readonly singled: ReadonlySet<string>
  readonly nameConditions: number
}

function takeLine(reading: Reading, { value, document }: JsonLine, keys: LineKeys): void {
  const { displayName, id, groups } = Object(value)
  const names = [nameIn(value), String(displayName ?? ''), String(id ?? '')]
  const listed = reading.memberships?.of([nameIn(value), String(id ?? '')]) ?? noGroups
  const line = keyOfLine(value, keys)
  const key = line === undefined ? undefined : `${line}\u0000${reading.keyOfGroups(listed)}`
  const known = key === undefined ? undefined : reading.known.get(key)
  const located = known === undefined ? document() : undefined
  const into =
    known ?? (located && judged(reading, { value, rangeOf: located.rangeOf, rangeOfKey: located.rangeOfKey }, listed))
  if (into === undefined) return
  if (known === undefined && key !== undefined) remember(reading, key, into)
  count(
    reading,
    into,
    nameIn(value),
    () => memberOf(reading, () => true, names, [...(Array.isArray(groups) ? groups.map(String) : []), ...listed]),
    accountIn(value),
  )
}

function accountIn(value: unknown): AccountName | undefined {
  const { onPremisesSamAccountName: name, onPremisesDomainName: domain }: Mapping = Object(value)
  return accountNamed(typeof name === 'string' ? name : undefined, typeof domain === 'string' ? domain : undefined)
}

const nameIn = (value: unknown): string => String(Object(value)['userPrincipalName'])

function idIn(value: unknown): string {
  const id: unknown = Object(value)['id']
  return typeof id === 'string' ? id : ''
}

/** Reads a JSON Lines file of users. */
export function readLines(reading: Reading, input: SourcePieces): Reread {
  const { relevant } = reading.into
  const keys = { singled: reading.seen.singled, nameConditions: relevant.nameConditions.length }
  const diagnostics = readJsonLines(input, (line) => {
    const name = nameIn(line.value)
    reading.names.add(name)
    reading.ids.add(idIn(line.value))
    for (const one of [name, Object(line.value)['displayName']])
      if (typeof one === 'string') reading.options.onName?.(one)
    takeLine(reading, line, keys)
  })
  report(reading, diagnostics)
  const eachOf =
    (key: 'userPrincipalName' | 'id', nameOf: (value: unknown) => string): EachName =>
    (take) => {
      readJsonLines(input, ({ value, document }) =>
        take(nameOf(value), () => document()?.rangeOf([key]) ?? startOf({ name: input.name, text: '' })),
      )
    }
  return { eachName: eachOf('userPrincipalName', nameIn), eachId: eachOf('id', idIn) }
}
