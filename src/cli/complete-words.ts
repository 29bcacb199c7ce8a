import type { Command, Option } from 'commander'
import { clients } from '../catalog/clients.ts'
import { tableNames } from '../catalog/index.ts'
import { explainedCodes } from '../report/codes/explained-codes.ts'
import { outputNames } from '../report/schemas/output-schemas.ts'
import { allRules } from '../rules/index.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { purposes } from '../vocabulary/requests.ts'
import { type CommandName, commandNames, summaryOf } from './commands.ts'
import { shells } from './completion-scripts.ts'
import type { Environment } from './environment.ts'

/** What a shell offers: a value, and what it means. */
export interface Completed {
  readonly value: string
  readonly says?: string
}

type Values = readonly Completed[]

const plain = (values: Iterable<string>): Values => [...values].map((value) => ({ value }))
const verdicts = ['signs-in', 'blocked', 'cannot-sign-in', 'conflict', 'several-credentials', 'undetermined']

/** Values of arguments that a command takes without an option. */
const argumentsOf: { readonly [Name in CommandName]?: () => Values } = {
  rules: () => allRules.map(({ id, statement }) => ({ value: id, says: statement })),
  'explain-code': () => explainedCodes().map(({ code, meaning }) => ({ value: code, says: meaning })),
  catalog: () => plain(tableNames),
  schema: () => plain(['tenant', 'plan', ...outputNames]),
  completion: () => plain(shells),
}

/** Values by the placeholder of an option, from the tenant file on the line. */
const byPlaceholder: Readonly<Record<string, (tenant: Tenant | undefined) => Values>> = {
  USER: (tenant) =>
    [...(tenant?.users.values() ?? [])].map((user) => ({ value: user.userPrincipalName, says: user.displayName })),
  CLIENT: (tenant) =>
    tenant === undefined
      ? clients.map(({ id, name }) => ({ value: id, says: name }))
      : [...tenant.clients.values()].map(({ name, displayName }) => ({ value: name, says: displayName })),
  NETWORK: (tenant) => plain(tenant?.networks.keys() ?? []),
  PURPOSE: () => plain(purposes),
  CREDENTIAL: () => plain(credentials),
  'VERDICT|CREDENTIAL': () => plain([...verdicts, ...credentials]),
  'VERDICT|CREDENTIAL|METHOD': () => plain([...verdicts, ...credentials]),
  POLICY: (tenant) => plain(tenant?.conditionalAccess.policies.map(({ name }) => name) ?? []),
}

const isPath = /^(FILE|DIR|PATH|KEYFILE|RUN\.json)$/
const choicesIn = /(?:^|: )((?:[a-z][a-z-]*, )+[a-z][a-z-]*)(?=;| \(|$)/

/** The values that an option's description lists, such as its formats. */
function listed({ description }: Option): Values {
  const found = choicesIn.exec(description)?.[1]
  return found === undefined ? [] : plain(found.split(', '))
}

function valuesOf(option: Option, command: CommandName, tenant: () => Tenant | undefined): Values {
  const placeholder = /[<[]([^>]+?)[>\]]$/.exec(option.flags)?.[1] ?? ''
  if (isPath.test(placeholder)) return []
  if (command === 'explain' && option.long === '--policy') return byPlaceholder['POLICY']?.(tenant()) ?? []
  return Object.hasOwn(byPlaceholder, placeholder) ? (byPlaceholder[placeholder]?.(tenant()) ?? []) : listed(option)
}

/** The first file on the line that is a tenant file. */
function tenantOn({ reader }: Environment, words: readonly string[]): Tenant | undefined {
  for (const word of words.filter((one) => /\.(ya?ml|json)$/.test(one))) {
    const loaded = loadTenant(word, reader)
    if (loaded.ok) return loaded.value
  }
  return undefined
}

/** What can stand in place of the last word, by the command that the first one names; nothing where a file is meant. */
export function completeWords(
  environment: Environment,
  words: readonly string[],
  defined: Command | undefined,
): Values {
  const [first = '', ...rest] = words
  const typed = words.at(-1) ?? ''
  const starting = (values: Values): Values =>
    values.filter(({ value }) => value.toLowerCase().startsWith(typed.toLowerCase()))
  if (rest.length === 0)
    return starting([
      ...commandNames.map((name) => ({ value: name, says: summaryOf(name) })),
      ...plain(typed.startsWith('-') ? ['--help', '--version'] : []),
    ])
  const name = commandNames.find((one) => one === first)
  if (name === undefined || defined === undefined) return []
  const tenant = (): Tenant | undefined => tenantOn(environment, rest.slice(0, -1))
  const [, joined, begun] = /^(--[a-z-]+)=(.*)$/.exec(typed) ?? []
  const word = joined ?? rest.at(-2)
  const named = defined.options.find(({ short, long }) => word !== undefined && (short === word || long === word))
  const option = named?.flags.includes('<') ? named : undefined
  const values = (): Values => (option === undefined ? [] : valuesOf(option, name, tenant))
  if (joined !== undefined && begun !== undefined)
    return starting(values().map(({ value, ...rest }) => ({ ...rest, value: `${joined}=${value}` })))
  if (option !== undefined) return starting(values())
  if (!typed.startsWith('-')) return starting(argumentsOf[name]?.() ?? [])
  const flags = defined.options.map(({ long, description }) => ({ value: long ?? '', says: description }))
  return starting([...flags, { value: '--help', says: 'show this help' }])
}
