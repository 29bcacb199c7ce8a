import type { Enforceable, Negotiation, OpenCredential, Refusal, TakesEffect } from '../../trace/step.ts'
import { auditTrails, issuers, verifiers, workloadNames } from '../../vocabulary/actors.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import { factDomains, factOrder, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { type Owner, owners } from '../../vocabulary/owners.ts'
import { clientAppTypes } from '../../vocabulary/policies.ts'
import { flows, type Mechanism, protocols } from '../../vocabulary/protocols.ts'
import type { EndpointCandidate } from '../../vocabulary/requests.ts'
import { legNames } from '../../vocabulary/requests.ts'
import type { LesserTier } from '../../vocabulary/sources/source.ts'
import { conditionalAccess } from './policies.ts'
import {
  constant,
  type Fields,
  list,
  nullable,
  object,
  oneOf,
  optional,
  record,
  ruleId,
  type Schema,
  shape,
  text,
  texts,
  wordOf,
} from './schema.ts'
import { legVerdict, missingFacts } from './verdicts.ts'

const credential = oneOf('The credential.', credentials)
const flow = oneOf('A flow.', flows)
const host = optional(text('The host.'))
const method = text('How the client finds it.')
const basis = wordOf<EndpointCandidate['basis']>('Whether the vendor documents it.', {
  documented: true,
  inferred: true,
})
const hosting = optional(
  wordOf<NonNullable<EndpointCandidate['hosting']>>('Where it is hosted.', { online: true, 'on-premises': true }),
)

/** An endpoint that a client would try. */
export const candidate = object<EndpointCandidate>('An endpoint that the client would try.', {
  method,
  host,
  hosting,
  basis,
})

/** How the flow of a leg is negotiated. */
export const negotiation = object<Negotiation>('How the flow is negotiated.', {
  offered: list('The flows that the service offers, after its switches and policies.', flow),
  order: list('The order in which the client tries flows.', flow),
  used: nullable(flow),
  mechanism: optional(
    wordOf<Mechanism>('The mechanism, where a flow has several.', { kerberos: true, ntlm: true, 'tls-dsk': true }),
  ),
})

const refusalFields = {
  credential,
  by: oneOf('Who refuses it.', verifiers),
  rule: ruleId('The rule that refuses it.'),
  error: optional(text('The error code of the vendor.')),
} as const
/** A credential that is refused, as a trace holds it. */
export const tracedRefusal = object<Refusal>('A credential that is refused.', refusalFields)
const refusal = object<Refusal & { readonly owner?: Owner }>('A credential that is refused.', {
  ...refusalFields,
  owner: optional(oneOf('Who is responsible for the refusal.', owners)),
})

/** A credential of which it is undetermined whether it is accepted. */
export const openCredential = object<OpenCredential>('A credential whose acceptance is undetermined.', {
  credential,
  missing: missingFacts,
})

const disagreement = shape('Pages that disagree.', {
  id: text('The id of the disagreement.'),
  about: text('What it is about.'),
  pages: list(
    'What each page says.',
    shape('One page.', {
      says: text('What it says.'),
      source: text('The key of the page.'),
      section: optional(text('The section.')),
    }),
  ),
})

/** The fields that a leg and a trace share as they are. */
export const sharedFields = {
  authentication: optional(negotiation),
  issuer: optional(oneOf('Who issues the token or ticket.', issuers)),
  resource: optional(text('The application id that policies see.')),
  clientAppType: optional(oneOf('The type of client application that policies see.', clientAppTypes)),
  accepted: optional(list('Other credentials that would be accepted too.', credential)),
  undetermined: optional(list('Credentials whose acceptance is undetermined.', openCredential)),
  claims: optional(record('The claims that the identity provider sees.', text('The value of the claim.'))),
  audit: list('The trails that record the sign-in.', oneOf('A trail.', auditTrails)),
  enforceable: optional(
    list(
      'What could be enforced for this client here.',
      wordOf<Enforceable>('A control.', { mfa: true, certificate: true, 'conditional-access': true }),
    ),
  ),
  takesEffect: optional(
    wordOf<TakesEffect>('When a change reaches clients that are already signed in.', {
      'next-request': true,
      'token-expiry': true,
      'session-expiry': true,
      'documented-delay': true,
    }),
  ),
  continuousAccessEvaluation: optional(constant(true)),
  restsOn: optional(
    wordOf<LesserTier>('The tier of the weakest page without which the verdict would not stand.', {
      'vendor-mirror': true,
      secondary: true,
    }),
  ),
} as const

/** The name of a leg. */
export const legName = oneOf('The conversation with one relying party.', legNames)
/** The service of a leg. */
export const relyingParty = oneOf('The service.', workloadNames)
/** The protocol of a leg. */
export const protocol = oneOf('What is spoken.', protocols)
const factsOf = (further: readonly string[]): Schema<LegFacts> => {
  const fields = factOrder.map((name) => [name, optional(oneOf(name, [...factDomains[name], ...further]))])
  // Every fact has its own values, and nothing else has a field.
  return object<LegFacts>('Facts by name.', Object.fromEntries(fields) as Fields<LegFacts>)
}

/** The facts that a leg read. */
export const facts = factsOf([])
/** All facts of a leg, with the mark of missing ones. */
export const knownFacts = factsOf([missing])

/** The fields of a leg in the contract of `simulate`. */
export const legFields = {
  leg: legName,
  relyingParty,
  protocol,
  endpoint: optional(shape('The endpoint.', { host, method })),
  candidates: optional(
    list('All endpoints, in the order they would be tried.', shape('One.', { method, host, hosting, basis })),
  ),
  ...sharedFields,
  verdict: legVerdict,
  disagreements: optional(list('Why the leg is undetermined, if pages disagree.', disagreement)),
  conditionalAccess: optional(conditionalAccess),
  refused: list('Every other credential that is refused.', refusal),
  contacted: texts('The actors that took part.'),
  facts,
  assumptions: list(
    'Defaults that were applied.',
    shape('One default.', {
      id: text('The id of the default in the catalog.'),
      fact: text('The fact, or the kind of precondition.'),
      value: text('The assumed value.'),
    }),
  ),
} as const
