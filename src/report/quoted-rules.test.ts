import { describe, expect, test } from 'vitest'
import type { Client } from '../catalog/client.ts'
import { ruleById } from '../rules/index.ts'
import { shareOf } from '../share.fixture.ts'
import { clientNamed } from '../simulate/plan-requests.ts'
import { libraryTenants, type SignIn, signInsOf } from '../simulate/plays.fixture.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { RuleId } from '../vocabulary/questions.ts'

interface Leg {
  readonly trace: Trace
  readonly product: Omit<Client, 'citation'>
}
type Concerns = (leg: Leg) => boolean

const at =
  (...services: readonly string[]): Concerns =>
  ({ trace }) =>
    services.includes(trace.request.relyingParty)
const mailServices = at('exchange-online', 'exchange-server')
const wants =
  (flow: string): Concerns =>
  ({ trace: { authentication, steps } }) =>
    authentication?.order.some((one) => one === flow) === true ||
    steps.some((step) => step.kind === 'decision' && step.about === flow)

/** What a leg has to be for a statement that names this to concern it. */
const subjects: readonly (readonly [words: RegExp, concerns: Concerns])[] = [
  [/SharePoint/, (leg) => at('sharepoint-online', 'skype-for-business-online')(leg)],
  [/EwsEnabled|web services/, mailServices],
  [/mailbox/i, mailServices],
  [/SMTP AUTH/, ({ trace }) => /^(smtp-auth|pop3|imap4)$/.test(trace.request.protocol)],
  [/Outlook Anywhere|RPC/, ({ trace }) => trace.request.protocol === 'rpc-http'],
  [/Exchange Online/, (leg) => at('exchange-online')(leg) || leg.trace.request.relyingParty === 'exchange-server'],
  [/PowerShell/, ({ product }) => product.kind === 'powershell'],
  [/\bPOP\b|\bIMAP\b/, ({ trace }) => /^(pop3|imap4|smtp-auth)$/.test(trace.request.protocol)],
  [/[Ss]taged roll/, ({ trace }) => trace.facts.stagedRollout !== 'out'],
  [/With security defaults|Security defaults (ask|demand|block)/, ({ trace }) => trace.facts.securityDefaults === 'on'],
  [/pass-through agent/, ({ trace }) => trace.facts.managedSignIn === 'pass-through'],
  [/password grant/, ({ trace }) => trace.facts.flowClass === 'password-grant'],
  [/basic authentication/i, wants('basic')],
  [/ByFederatedIdp/, ({ trace }) => trace.facts.homeRealm === 'federated'],
  [/\brelay\b/, ({ trace }) => trace.facts.sendingRoute !== 'none'],
]

/** Statements that name something to say that they are about all the rest. */
const aboutTheRest: ReadonlyMap<RuleId, string> = new Map([
  ['ORD-4', 'clients outside the tables of Office'],
  ['OFF-6', 'either of two servers'],
])

const signIns = libraryTenants().flatMap((tenant) => signInsOf(tenant, 11, 5))

const quotedOn = (trace: Trace): readonly RuleId[] => {
  const verdict = verdictOf(trace)
  const steps = trace.steps.flatMap((step) => (step.kind === 'decision' || step.kind === 'policy' ? [step.rule] : []))
  return [...new Set([...steps, ...(verdict.rule === undefined ? [] : [verdict.rule])])]
}

function legsOf({ tenant, request }: SignIn): readonly Leg[] {
  const client = clientNamed(tenant, request.client)
  if (client === undefined) throw new Error(request.client)
  return simulateSession(tenant, request).map((trace) => ({ trace, product: client.product }))
}

describe('over every sign-in of the library', () => {
  test('a rule that is quoted concerns the leg', () => {
    const strange = new Map<string, string>()
    for (const signIn of shareOf(signIns, 5))
      for (const leg of legsOf(signIn))
        for (const id of quotedOn(leg.trace)) {
          const statement = ruleById(id)?.statement ?? ''
          const named = subjects.find(([words, concerns]) => words.test(statement) && !concerns(leg))
          if (named === undefined || aboutTheRest.has(id)) continue
          const { user, client, relyingParty, protocol } = leg.trace.request
          strange.set(`${id} ${named[0]}`, `${user} ${client} ${relyingParty} ${protocol}`)
        }
    expect(signIns.length).toBeGreaterThan(500)
    expect(Object.fromEntries(strange)).toEqual({})
  })
})
