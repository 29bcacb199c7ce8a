import { mismatch } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { sessionOf } from '../scenario/play-session.ts'
import { problem } from '../scenario/problem.ts'
import { tenantFileNamed, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'
import { expectSignInsWith, ownDiagnostics, sweep } from './then-findings.ts'

/** Negated assertions on findings about the tenant architecture. */
export const thenNotFindings: readonly StepDefinition[] = [
  step(
    'Then',
    'checking the tenant architecture finds something',
    {
      says: '`authplan check` has an error or a warning',
      example: 'Then checking the tenant architecture finds something',
      negates: 'checking the tenant architecture finds nothing',
    },
    (world) => {
      if (ownDiagnostics(world).length === 0) throw problem('expected: a finding\nactual:   no finding')
    },
  ),
  step(
    'Then',
    'the tenant architecture {string} is accepted',
    {
      says: 'the file loads; it may have warnings',
      example: 'Then the tenant architecture "federated-skype-on-premises" is accepted',
      negates: 'the tenant architecture {string} is rejected with {string}',
    },
    (world, name) => {
      const file = tenantFileNamed(world, name)
      world.recorder?.fileRead(file, world.tenants.hash(file))
      const loaded = world.tenants.load(file, [])
      compared(world.ledger)
      if (loaded.ok) return
      const codes = [...new Set(loaded.diagnostics.map(({ code }) => code))].join(', ')
      throw problem(`expected: "${name}" is accepted\nactual:   it is rejected with ${codes}`)
    },
  ),
  step(
    'Then',
    'sweeping the tenant architecture does not find {gap} with {client}',
    {
      says: '`authplan gaps` does not report this finding for this client; if it does, the failure shows a witness',
      example: 'Then sweeping the tenant architecture does not find "two credentials one prompt" with Outlook 2019',
      negates: 'sweeping the tenant architecture finds {gap} with {client}',
    },
    (world, kind, client) => {
      expectSignInsWith(world, client)
      const found = sweep(world, kind).find(({ clients }) => clients.includes(client))
      if (found === undefined) return
      const session = sessionOf(tenantOf(world), { ...found.witness, signals: world.signals })
      throw mismatch(`no finding ${kind} with ${client}`, `${kind} about ${found.about}`, session)
    },
  ),
]
