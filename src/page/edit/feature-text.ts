import { singleLine } from '../../report/tables/single-line.ts'
import { legWords, purposeWords, verifierNames } from '../../report/wording/nouns.ts'
import type { Change } from '../../source/edit/change.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { quotedName } from '../../source/text/quoted-name.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'

/** What a scenario states. */
export interface SeenSession {
  readonly file: string
  readonly tenant: Tenant
  readonly edits: readonly Change[]
  /** Where it is not the date in the file. */
  readonly at?: number
  readonly signals: readonly string[]
  readonly traces: readonly Trace[]
}

/** A text as Cucumber reads it, which knows no other mark than the quotation mark. */
const quotedText = (text: string): string => `"${text.replace(/[\r\n]/g, ' ').replaceAll('"', '\\"')}"`

/** A feature with one scenario, in the terms of the step library. */
export function featureOf(seen: SeenSession): string {
  const name = seen.file.slice(seen.file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '')
  const given = [
    `Given the tenant architecture ${quotedText(name)}`,
    ...changesOf(seen),
    ...(seen.at === undefined ? [] : [`And the date is ${formatInstant(seen.at)}`]),
    ...signalsOf(seen.signals),
  ]
  const lines = [...given, ...answersOf(seen.traces)].map((line) => `    ${line}`)
  return [`Feature: ${singleLine(name)}`, '', `  Scenario: ${titleOf(seen.traces)}`, ...lines, ''].join('\n')
}

function titleOf(traces: readonly Trace[]): string {
  const [first] = traces
  if (first === undefined) return 'the plan with changes'
  return singleLine(`${first.request.client} to ${purposeWords[first.request.purpose]}`)
}

function signalsOf(signals: readonly string[]): readonly string[] {
  if (signals.length === 0) return []
  const rows = signals.map((entry) => {
    const equals = entry.indexOf('=')
    return `  | ${cell(entry.slice(0, equals))} | ${cell(entry.slice(equals + 1))} |`
  })
  return ['And these signals:', ...rows]
}

const cell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').trim()

/** Each change as YAML that is laid over the file, in a separate step. */
function changesOf({ edits }: SeenSession): readonly string[] {
  return edits.flatMap((edit) => [
    'And the tenant architecture has these changes:',
    '  """yaml',
    ...changeLines(edit).map((line) => `  ${line}`),
    '  """',
  ])
}

/** The key under which an item of a list has its name. */
const nameKeys: Readonly<Record<string, string>> = { users: 'userPrincipalName', policies: 'displayName' }

/** A change as a part of a file that says nothing else; null takes a value out. */
function changeLines({ path, value }: Change): readonly string[] {
  const [step, ...rest] = path
  if (step === undefined) return [yamlOf(value)]
  if (typeof step === 'object') return changeLines({ path: rest, value })
  const [item, ...below] = rest
  if (typeof item === 'object') {
    const name = `${nameKeys[step] ?? 'name'}: ${JSON.stringify(item.item)}`
    const inner = changeLines({ path: below, value }).map((line) => `    ${line}`)
    return [`${step}:`, `  - ${name}`, ...inner]
  }
  if (rest.length === 0) return [`${step}: ${yamlOf(value)}`]
  return [`${step}:`, ...changeLines({ path: rest, value }).map((line) => `  ${line}`)]
}

const yamlOf = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z][\w.-]*$/.test(value) ? value : JSON.stringify(value ?? null)

function answersOf(traces: readonly Trace[]): readonly string[] {
  const [first] = traces
  if (first === undefined) return []
  const { request } = first
  const verdict = sessionVerdict(traces)
  const what = purposeWords[request.purpose]
  const from = `from ${quotedName(request.network)}`
  const uses = `When ${quotedName(request.user)} uses ${quotedName(request.client)} to ${what} ${from}`
  switch (verdict.kind) {
    case 'signs-in':
      return mustUse(traces, `to ${what} with ${quotedName(request.client)} ${from}`)
    case 'conflict':
    case 'several-credentials': {
      const step = verdict.kind === 'conflict' ? 'one prompt would need' : 'the user needs each of'
      const rows = verdict.credentials.map(({ leg, credential }) => `  | ${legWords[leg]} | ${spoken(credential)} |`)
      return [uses, `Then ${step} these credentials:`, '  | leg | credential |', ...rows]
    }
    case 'undetermined':
      return [
        uses,
        'Then the sign-in is undetermined without:',
        ...verdict.missing.map((fact) => `  | ${cell(fact)} |`),
      ]
    default:
      return [`Then ${quotedName(request.user)} cannot ${what} with ${quotedName(request.client)} ${from}`]
  }
}

const spoken = (credential: string): string => credential.replaceAll('-', ' ')

function mustUse(traces: readonly Trace[], what: string): readonly string[] {
  const signedIn = traces.map(verdictOf).find((verdict) => verdict.kind === 'signs-in')
  if (signedIn?.kind !== 'signs-in') return []
  const { credential, verifier, rule } = signedIn
  const checked =
    verifier === 'relying-party'
      ? []
      : [
          `And the ${spoken(credential)} is verified by ${verifier === 'federated-idp' ? 'the identity provider' : verifierNames[verifier]}`,
        ]
  const user = quotedName(traces[0]?.request.user ?? '')
  return [
    `Then ${user} must use the ${spoken(credential)} ${what}`,
    ...checked,
    `And rule ${rule} decides the credential`,
  ]
}
