import { gaps } from '../../analysis/gaps/gaps.ts'
import type { Finding, GapKind } from '../../analysis/gaps/result.ts'
import { cachePerOwner } from '../../memory/cache-per-owner.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { diagnosticCatalog } from '../../source/diagnostics/diagnostic-catalog.ts'
import { compactShown, renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import type { ClientName } from '../../vocabulary/requests.ts'
import { mismatch } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { sessionOf } from '../scenario/play-session.ts'
import { problem } from '../scenario/problem.ts'
import { bare, refuseName } from '../scenario/words.ts'
import { instantOf, type SignInWorld, tenantFileNamed, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

const codes: ReadonlyMap<string, string> = new Map(
  Object.keys(diagnosticCatalog).map((code) => [code.toLowerCase(), code]),
)

function codeNamed(text: string): string {
  const code = codes.get(bare(text).toLowerCase())
  if (code === undefined) throw refuseName('diagnostic code', text, [...codes.values()])
  return code
}

function diagnosticsOf(world: SignInWorld, file: string, changes: readonly string[]): readonly Diagnostic[] {
  const loaded = world.tenants.load(file, changes)
  return loaded.ok ? loaded.warnings : loaded.diagnostics
}

/** The diagnostics of checking; the absence of a finding counts as a comparison as well. */
export function ownDiagnostics(world: SignInWorld): readonly Diagnostic[] {
  compared(world.ledger)
  if (world.file === undefined)
    throw problem('no tenant architecture is set\n  start with: Given the tenant architecture "NAME"')
  return diagnosticsOf(world, world.file, world.changes)
}

function found(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 0
    ? 'no finding'
    : compactShown(diagnostics)
        .map((line) => `\n  ${line}`)
        .join('')
}

function has(diagnostics: readonly Diagnostic[], text: string): void {
  const code = codeNamed(text)
  if (diagnostics.some((diagnostic) => diagnostic.code === code)) return
  throw problem(`expected: finding ${code}\nactual:   ${found(diagnostics)}`)
}

function isRejected(world: SignInWorld, name: string, code: string): void {
  const file = tenantFileNamed(world, name)
  world.recorder?.fileRead(file, world.tenants.hash(file))
  const loaded = world.tenants.load(file, [])
  compared(world.ledger)
  if (loaded.ok) throw problem(`expected: "${name}" is rejected with ${code}\nactual:   it loads`)
  has(loaded.diagnostics, code)
}

// A sweep covers every sign-in, so the last one of each tenant is cached. Invariant: a tenant is immutable.
const swept = cachePerOwner<ReturnType<typeof gaps>, [string]>({
  name: 'findings of a sweep',
  owner: 'tenant',
  parts: ['instant and filter'],
  capacity: 1,
})

function sweepOnce(world: SignInWorld): ReturnType<typeof gaps> {
  const { network, signals } = world
  const filter = { ...(network !== undefined && { network }), signals }
  const [tenant, at] = [tenantOf(world), instantOf(world)]
  return swept.find(tenant, [JSON.stringify([at, filter])], () => gaps(tenant, { at, filter }))
}

/** The findings of a sweep over every sign-in at the current instant of the scenario. */
export function sweep(world: SignInWorld, kind: GapKind): readonly Finding[] {
  const answer = sweepOnce(world)
  if (!answer.ok) throw problem(`the tenant architecture has errors\n${renderShown(answer.diagnostics)}`)
  if (answer.value.signIns === 0) throw problem('there is no sign-in to check, so the step does not assert anything')
  compared(world.ledger, answer.value.signIns)
  return answer.value.findings.filter((finding) => finding.kind === kind)
}

/** Rejects an assertion about a client that has no sign-ins in the sweep. */
export function expectSignInsWith(world: SignInWorld, client: ClientName): void {
  const { network } = world
  const filter = { ...(network !== undefined && { network }), at: instantOf(world) }
  for (const request of planRequests(tenantOf(world), filter)) if (request.client === client) return
  throw problem(`there is no sign-in with ${client}, so the step does not assert anything`)
}

function findsGap(world: SignInWorld, kind: GapKind, client?: ClientName): void {
  const findings = sweep(world, kind)
  if (findings.some(({ clients }) => client === undefined || clients.includes(client))) return
  const others = findings.map(({ about, clients }) => `${about} (${clients.join(', ')})`).join('; ')
  const wanted = client === undefined ? '' : ` with ${client}`
  throw problem(`expected: ${kind}${wanted}\nactual:   ${others === '' ? 'no such finding' : `only for ${others}`}`)
}

function findsNoGap(world: SignInWorld, kind: GapKind): void {
  const [first, ...more] = sweep(world, kind)
  if (first === undefined) return
  const session = sessionOf(tenantOf(world), { ...first.witness, signals: world.signals })
  const count = more.length === 0 ? '' : `, and ${more.length} more`
  throw mismatch(`no finding ${kind}`, `${kind} about ${first.about}${count}`, session)
}

/** Assertions on what checking the tenant architecture finds. */
export const thenFindings: readonly StepDefinition[] = [
  step(
    'Then',
    'checking the tenant architecture finds {string}',
    {
      says: '`authplan check` reports a finding with this code',
      example: 'Then checking the tenant architecture finds "TEN-1"',
    },
    (world, code) => has(ownDiagnostics(world), code),
  ),
  step(
    'Then',
    'checking the tenant architecture does not find {string}',
    {
      says: '`authplan check` reports no finding with this code',
      example: 'Then checking the tenant architecture does not find "TEN-1"',
    },
    (world, text) => {
      const code = codeNamed(text)
      const diagnostics = ownDiagnostics(world).filter((diagnostic) => diagnostic.code === code)
      if (diagnostics.length > 0) throw problem(`expected: no finding ${code}\nactual:   ${found(diagnostics)}`)
    },
  ),
  step(
    'Then',
    'checking the tenant architecture finds nothing',
    {
      says: '`authplan check` has neither errors nor warnings',
      example: 'Then checking the tenant architecture finds nothing',
    },
    (world) => {
      const diagnostics = ownDiagnostics(world)
      if (diagnostics.length > 0) throw problem(`expected: no finding\nactual:   ${found(diagnostics)}`)
    },
  ),
  step(
    'Then',
    'the tenant architecture {string} is rejected with {string}',
    {
      says: 'the file does not load, because of a finding with this code',
      example: 'Then the tenant architecture "invalid/TEN-1-dangling-names" is rejected with "TEN-1"',
    },
    isRejected,
  ),
  step(
    'Then',
    'sweeping the tenant architecture finds {gap}',
    {
      says: '`authplan gaps` reports this finding',
      example: 'Then sweeping the tenant architecture finds "second factor bypassed"',
    },
    (world, kind) => findsGap(world, kind),
  ),
  step(
    'Then',
    'sweeping the tenant architecture finds {gap} with {client}',
    {
      says: '`authplan gaps` reports this finding for this client',
      example: 'Then sweeping the tenant architecture finds "two credentials one prompt" with Outlook 2010',
    },
    findsGap,
  ),
  step(
    'Then',
    'sweeping the tenant architecture does not find {gap}',
    {
      says: '`authplan gaps` does not report this finding; if it does, the failure shows a witness',
      example: 'Then sweeping the tenant architecture does not find "nobody can sign in"',
    },
    findsNoGap,
  ),
]
