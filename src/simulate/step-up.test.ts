import { expect, test } from 'vitest'
import { missing } from '../vocabulary/facts.ts'
import { stepUpOf } from './step-up.ts'

type Context = Parameters<typeof stepUpOf>[0]
type Effect = 'applies' | 'skipped' | 'report-only'

interface Case {
  readonly client?: string
  readonly purpose?: string
  readonly asked?: string | undefined
  readonly effect?: Effect
  readonly contexts?: readonly string[] | undefined
}

/** An administrator whose action asks for the context c1, which a policy is about, unless the case says otherwise. */
function stepUp(given: Case): unknown {
  const {
    client = 'azure-powershell',
    purpose = 'administer',
    asked,
    effect = 'applies',
    contexts,
  } = {
    asked: 'C1',
    contexts: ['c1'],
    ...given,
  }
  const resources = contexts === undefined ? {} : { contexts: new Set(contexts) }
  const context = {
    request: { purpose, signals: asked === undefined ? {} : { authenticationContext: asked } },
    client: { product: { id: client } },
    tenant: { conditionalAccess: { policies: [{ conditions: { resources: {} } }, { conditions: { resources } }] } },
  }
  // Of the leg, of the policies and of what they say, these parts alone are read.
  const outcomes = [{ effect: 'applies' }, { effect }] as unknown as ReturnType<Parameters<typeof stepUpOf>[1]>
  return stepUpOf(context as unknown as Context, () => outcomes)
}

const cases: readonly (readonly [string, Case, unknown])[] = [
  ['of PowerShell for Azure', {}, 'impossible'],
  ['of PowerShell for Azure with a stored credential', { client: 'azure-powershell-credential' }, 'impossible'],
  ['of the admin center', { client: 'entra-admin-center' }, 'possible'],
  ['of PowerShell for Graph', { client: 'graph-powershell' }, 'possible'],
  ['of a program of which no page says anything', { client: 'another' }, missing],
  ['that asks for nothing', { asked: undefined }, 'possible'],
  ['that is not administration', { purpose: 'read-mail' }, 'possible'],
  ['that asks for a context of no policy', { asked: 'c2' }, 'possible'],
  ['where the policy does not apply', { effect: 'skipped' }, 'possible'],
  ['where the policy only reports', { effect: 'report-only' }, 'possible'],
  ['where no policy is about a context', { contexts: undefined }, 'possible'],
]

test.each(cases)('an action %s', (_, one, expected) => {
  expect(stepUp(one)).toBe(expected)
})
