import { applicationOf } from '../catalog/applications.ts'
import { clientOf } from '../catalog/clients.ts'
import { defaults } from '../catalog/defaults.ts'
import type { PreconditionId } from '../catalog/preconditions.ts'
import { preconditions } from '../catalog/preconditions.ts'
import { isManagedPolicy } from '../tenant/conditional-access/managed-policy.ts'
import type { Step } from '../trace/step.ts'
import type { CitationKey } from '../vocabulary/citations.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { LegDecisions } from './decide-leg.ts'
import { tokenServer } from './facts/server-prerequisites.ts'
import type { LegContext, LegPathContext } from './leg-context.ts'
import { compiledOf } from './policies.ts'
import { resourceOf } from './resource-of.ts'

const rows = new Map(preconditions.map((row) => [row.id as PreconditionId, row]))

/** One thing that is assumed, as a step. */
export function presumed(id: PreconditionId): Step {
  const { fact, value } = rows.get(id) as (typeof preconditions)[number]
  return { kind: 'assumption', fact, value, default: id }
}

const desktops = ['azure-virtual-desktop', 'windows-cloud-login', 'microsoft-remote-desktop', 'windows-365']

/** The applications of virtual desktops and Cloud PCs. */
const sessionHosts: ReadonlySet<string> = new Set(desktops.flatMap((id) => applicationOf(id)?.appIds ?? []))

interface Met {
  readonly context: LegPathContext
  readonly facts: LegFacts
  readonly used: Flow
}

/** The vendor's own programs need nobody's consent; those of others and one's own do. */
function needsConsent({ product }: LegPathContext['client']): boolean {
  if (clientOf(product.id) !== product) return true
  return (product.kind === 'mail' && product.id !== 'windows-mail') || product.kind === 'script'
}

const isToken = (used: Flow): boolean => used === 'modern' || used === 'password-grant'

/** Whether servers say how new they are. */
const saysUpdates = (servers: readonly { readonly version: string; readonly cumulativeUpdate?: number }[]): boolean =>
  servers.length > 0 &&
  servers.every(({ version, cumulativeUpdate }) => version === 'SE' || cumulativeUpdate !== undefined)

/** Those about a policy that is evaluated although its page excludes it. */
type PolicyAsWritten = Extract<(typeof preconditions)[number], { readonly fact: 'policy' }>['id']

/** Those that depend on who signs in. */
type PersonalId =
  | 'presumed-endpoint-of-agent'
  | 'presumed-app-password-created'
  | 'presumed-managed-policy-reports-only'
  | PolicyAsWritten
  | 'presumed-redirect-before-methods'
  | 'presumed-campaign-postponed'
  | 'presumed-certificate'

/** When each precondition is assumed: the leg depends on it, and the file does not say. */
const whereTaken: { readonly [Id in Exclude<PreconditionId, PersonalId>]: (met: Met) => boolean } = {
  'presumed-consent': ({ context, facts, used }) =>
    isToken(used) && facts.hosting === 'online' && needsConsent(context.client),
  'presumed-consent-to-file-shares': ({ facts }) => facts.shareTickets === 'entra-id',
  'presumed-cloud-tickets': ({ facts }) => facts.shareTickets === 'entra-id',
  'presumed-single-sign-on-to-session-hosts': ({ context }) => sessionHosts.has(resourceOf(context) ?? ''),
  'presumed-licence-of-policies': ({ context: { tenant }, facts }) =>
    facts.hosting === 'online' && tenant.licences === undefined && tenant.conditionalAccess.policies.length > 0,
  'presumed-licence-of-outlook-mobile': ({ context }) => fetches(context),
  'presumed-update-of-exchange': ({ context, used }) => takesToken(context, used, 'exchange-server'),
  'presumed-update-of-skype': ({ context, used }) => takesToken(context, used, 'skype-for-business-server'),
  'presumed-update-for-redirection': ({ context: { request } }) => request.leg === 'activesync:on-premises',
  'presumed-build-of-office': ({ context: { client }, used }) =>
    isToken(used) &&
    client.build === undefined &&
    (client.product.office === '2013' || client.product.id.endsWith('-2016')),
  'presumed-update-of-skype-client': ({ facts }) =>
    facts.skypeExchangeLeg === 'yes' && facts.allowAdalForNonLync === 'set' && facts.service === 'exchange-online',
  'presumed-endpoint-of-server': ({ context: { network }, facts }) =>
    facts.hosting === 'on-premises' && !network.inside,
  'presumed-endpoint-of-activesync': ({ context }) => fetches(context),
  'presumed-sign-in-page-of-outlook-on-the-web': ({ context: { request, workload }, used }) =>
    request.relyingParty === 'exchange-server' &&
    request.protocol === 'https' &&
    used !== 'modern' &&
    (workload?.offeredFlows?.https ?? workload?.offeredFlows?.default) === undefined,
}

function fetches(context: LegPathContext): boolean {
  return context.client.product.cloudBacked === true && context.profile.mailbox === 'exchange-server'
}

function takesToken(context: LegPathContext, used: Flow, name: string): boolean {
  const server = tokenServer(context)
  return server?.name === name && isToken(used) && !saysUpdates(server.servers)
}

// The keys of the table are ids of the catalog.
const taken = Object.keys(whereTaken) as (keyof typeof whereTaken)[]

/** What is assumed on a leg before an account comes in. */
export function presumptions(context: LegPathContext, facts: LegFacts, used: Flow): readonly Step[] {
  const steps: Step[] = []
  const met: Met = { context, facts, used }
  for (const id of taken) if (whereTaken[id](met)) steps.push(presumed(id))
  return steps
}

const managedDays = Number(defaults.find(({ fact }) => fact === 'managedPolicyReportOnlyDays')?.value)

/** Whether a policy of the vendor that the file has only report takes part after the day on which it may be on. */
function reportsAfterItsDate({ tenant, at }: LegContext, { policies }: LegDecisions): boolean {
  if (policies === undefined || !compiledOf(tenant).anyManaged) return false
  const all = tenant.conditionalAccess.policies
  return policies.outcomes().some(({ effect }, index) => {
    const policy = all[index]
    if (effect !== 'report-only' || policy === undefined || !isManagedPolicy(policy)) return false
    return policy.createdAt === undefined || policy.createdAt + managedDays * 86_400_000 <= at
  })
}

const asWritten = new Map(
  preconditions.flatMap((row) =>
    row.fact === 'policy' ? [[row.citation.source as CitationKey, row.id] as const] : [],
  ),
)

/** What is assumed of policies that take part and have what no policy of their kind can have, by the page that says so. */
function beyondLimits({ tenant }: LegContext, { policies }: LegDecisions): readonly PolicyAsWritten[] {
  if (policies === undefined || !compiledOf(tenant).anyBeyondLimits) return []
  const all = tenant.conditionalAccess.policies
  const pages = policies
    .outcomes()
    .flatMap(({ effect }, index) =>
      effect === 'applies' || effect === 'signal-dependent' ? (all[index]?.beyondLimits ?? []) : [],
    )
  return [...new Set(pages)].flatMap((page) => asWritten.get(page) ?? [])
}

/** What is assumed of the user, of the verifier, and of policies. */
export function personalPresumptions(context: LegContext, decisions: LegDecisions): readonly Step[] {
  const { verdict, judged, facts } = decisions
  const steps: Step[] = []
  if (judged?.verifier === 'pass-through-agent') steps.push(presumed('presumed-endpoint-of-agent'))
  const created = verdict.kind === 'signs-in' && verdict.credential === 'app-password'
  if (created && facts.appPassword === 'creatable') steps.push(presumed('presumed-app-password-created'))
  if (reportsAfterItsDate(context, decisions)) steps.push(presumed('presumed-managed-policy-reports-only'))
  for (const id of beyondLimits(context, decisions)) steps.push(presumed(id))
  return steps
}
