import { decidePolicies, type PolicyEvaluation } from '../../simulate/conditional-access/evaluate.ts'
import type {
  GrantState,
  PolicyLocation,
  PolicyPrincipal,
  PolicySignIn,
  PolicyTarget,
} from '../../simulate/conditional-access/sign-in.ts'
import { federationFacts } from '../../simulate/facts/federation-facts.ts'
import { grantsOfPerson } from '../../simulate/grants-of-person.ts'
import { isProgram } from '../../simulate/plan-requests.ts'
import { baselineScopesIn } from '../../simulate/policy-sign-in.ts'
import { hidesDevice } from '../../simulate/private-browsing.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../../source/document/located-document.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { CombinedDecision, PolicyOutcome } from '../../vocabulary/policies.ts'
import type { Instant, Signals } from '../../vocabulary/requests.ts'
import { unlistedProgramId } from '../../vocabulary/unlisted.ts'
import { type SessionBasis, sessionBasis } from '../session-basis.ts'
import { judgeAt, type WhatIfJudge, type WhatIfOptions } from './judge.ts'
import { resolveContext } from './names.ts'
import { readWhatIfRequest, type WhatIfRequest } from './request.ts'
import { undeclaredMemberships } from './undeclared-memberships.ts'

export type { WhatIfOptions } from './judge.ts'

/** One policy of the answer: as authored, whether it applies and why not, and the sign-in log's term. */
export type WhatIfPolicy = Readonly<Record<string, unknown>> & {
  readonly policyApplies: boolean
  readonly analysisReasons: string
  readonly result: string
}

/** The answer in the shape of Graph's `evaluate`, with the combined result of all policies. */
export interface WhatIfAnswer {
  readonly value: readonly WhatIfPolicy[]
  readonly combined: CombinedDecision & { readonly sessionBasis?: SessionBasis }
}

function unknownPrincipal(
  document: LocatedDocument,
  request: WhatIfRequest,
  kind: string,
  name: string,
  near?: string,
): Diagnostic {
  const args = { kind, name, ...(near === undefined ? {} : { suggestion: near }) }
  const key = 'servicePrincipalId' in request.identity ? 'servicePrincipalId' : 'userId'
  return { code: 'POL-17', args, at: document.rangeOf([...request.identityPath, key]) }
}

function principalOf(tenant: Tenant, document: LocatedDocument, request: WhatIfRequest): PolicyPrincipal | Diagnostic {
  const { identity } = request
  if ('servicePrincipalId' in identity) {
    if (identity.servicePrincipalId === unlistedProgramId) return { kind: 'service-principal', id: unlistedProgramId }
    const found = findUser(tenant, identity.servicePrincipalId)
    if (!found.found) {
      return unknownPrincipal(document, request, 'service principal', identity.servicePrincipalId, found.suggestion)
    }
    return { ...found.value, kind: found.value.kind === 'managed-identity' ? 'managed-identity' : 'service-principal' }
  }
  const { userId, externalUserType, externalTenantId } = identity
  const external = {
    ...(externalUserType === undefined ? {} : { guestType: externalUserType }),
    ...(externalTenantId === undefined ? {} : { homeTenant: externalTenantId }),
  }
  if (userId === undefined) {
    const memberships = undeclaredMemberships(tenant, identity)
    if ('unknown' in memberships) {
      const { kind, name } = memberships.unknown
      return { code: 'POL-17', args: { kind, name }, at: document.rangeOf([...request.identityPath, `${kind}s`]) }
    }
    return externalUserType === 'none'
      ? { kind: 'user', ...memberships }
      : { kind: 'guest', ...memberships, ...external }
  }
  const found = findUser(tenant, userId)
  if (!found.found) return unknownPrincipal(document, request, 'user', userId, found.suggestion)
  return externalUserType === undefined ? found.value : { ...found.value, kind: 'guest', ...external }
}

function targetOf({ context }: WhatIfRequest, { scopes, authenticationContext: stepUp }: Signals): PolicyTarget {
  if ('userAction' in context) return { userAction: context.userAction }
  if ('authenticationContextValue' in context) return { authenticationContext: context.authenticationContextValue }
  return {
    applications: context.includeApplications,
    ...(scopes === undefined ? {} : { scopes }),
    ...(stepUp === undefined ? {} : { stepUp }),
  }
}

function locationOf(address: string | undefined, country: string | undefined): PolicyLocation {
  return {
    ...(address === undefined ? {} : { addresses: address === 'unknown' ? [] : [address] }),
    ...(country === undefined ? {} : { country }),
  }
}

/** The controls that the user has met and can meet, read as in a played sign-in. */
function grantsOf(tenant: Tenant, { identity }: WhatIfRequest, signals: Signals, at: Instant): GrantState {
  const named = 'servicePrincipalId' in identity ? identity.servicePrincipalId : identity.userId
  const found = named === undefined ? undefined : findUser(tenant, named)
  const own = found?.found === true && !('externalUserType' in identity) && !isProgram(found.value)
  return own
    ? grantsOfPerson({ tenant, at }, found.value, signals, federationFacts(found.value, signals))
    : grantsOfPerson({ tenant, at }, {}, signals, {})
}

const levels = [
  'devicePlatform',
  'clientAppType',
  'signInRiskLevel',
  'userRiskLevel',
  'servicePrincipalRiskLevel',
  'insiderRiskLevel',
] as const

/** The sign-in that the body describes; signals given in addition take precedence. */
function signInOf(
  tenant: Tenant,
  request: WhatIfRequest,
  principal: PolicyPrincipal,
  signals: Signals,
  at: Instant,
): PolicySignIn {
  const { conditions } = request
  const given = levels.flatMap((name) => {
    const value = signals[name] ?? conditions[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const flow = signals.authenticationFlow ?? conditions.transferMethod
  const device =
    signals.deviceInfo === undefined ? conditions.deviceInfo : { ...conditions.deviceInfo, ...signals.deviceInfo }
  const type = signals.clientAppType ?? conditions.clientAppType
  const hidden = hidesDevice(type === 'browser', signals)
  const baselineScopes = signals.scopes === undefined ? undefined : baselineScopesIn({ tenant, at })
  return {
    principal,
    target: targetOf(request, signals),
    legacy: type === 'other' || type === 'exchangeActiveSync' || type === 'easSupported',
    location: {
      ...locationOf(signals.ipAddress ?? conditions.ipAddress, signals.country ?? conditions.country),
      ...(signals.compliantNetwork === undefined ? {} : { compliantNetwork: signals.compliantNetwork === 'yes' }),
    },
    grants: grantsOf(tenant, request, signals, at),
    // No request field tells whether the token is bound to its device; `satisfied=secureSignInSession` does.
    tokenBinding: 'open',
    at,
    ...Object.fromEntries(given),
    ...(flow === undefined ? {} : { authenticationFlow: flow }),
    ...(hidden ? { device: 'unregistered' } : device === undefined ? {} : { device }),
    ...(baselineScopes === undefined ? {} : { baselineScopes }),
  }
}

function policyOf(authored: unknown, { effect, reasons, result, missing }: PolicyOutcome): WhatIfPolicy {
  const fields = typeof authored === 'object' && authored !== null ? authored : {}
  return {
    ...fields,
    policyApplies: effect === 'applies' || effect === 'report-only',
    analysisReasons: reasons.join(','),
    result,
    ...(missing === undefined ? {} : { missing }),
  }
}

/** A request that was read, and the policies that judge it. */
export interface WhatIfQuestion extends WhatIfJudge {
  readonly request: WhatIfRequest
  readonly document: LocatedDocument
}

/** What the policies say about one sign-in of a question, and about whom. */
export interface WhatIfDecision {
  readonly principal: PolicyPrincipal
  readonly evaluation: PolicyEvaluation
}

/** Reads a request; the tenant is in its state at the instant judged. */
export function whatIfQuestion(
  declared: Tenant,
  document: LocatedDocument,
  options: WhatIfOptions = {},
): Loaded<WhatIfQuestion> {
  return questionTo(judgeAt(declared, options), document)
}

/** Reads a request that is put to these policies. */
export function questionTo(judge: WhatIfJudge, document: LocatedDocument): Loaded<WhatIfQuestion> {
  const { request: asked, diagnostics } = readWhatIfRequest(document)
  if (asked === undefined) return { ok: false, diagnostics }
  const named = resolveContext(judge.tenant, document, asked)
  if (!named.ok) return named
  return { ok: true, value: { ...judge, request: { ...asked, context: named.context }, document }, warnings: [] }
}

/** Evaluates the policies like the vendor's evaluation, without service dependencies; for another identity if given. */
export function decideWhatIf(
  { tenant, at, request: asked, compiled, document, options }: WhatIfQuestion,
  identity: WhatIfRequest['identity'] = asked.identity,
): Loaded<WhatIfDecision> {
  const request = { ...asked, identity }
  const principal = principalOf(tenant, document, request)
  if ('code' in principal) return { ok: false, diagnostics: [principal] }
  const signIn = signInOf(tenant, request, principal, options.signals ?? {}, at)
  const reading = { missing: options.missing ?? 'none', dependencies: false }
  return { ok: true, value: { principal, evaluation: decidePolicies(compiled, signIn, reading) }, warnings: [] }
}

/** Answers a request like the vendor's evaluation, and adds the combined decision. */
export function whatIf(declared: Tenant, document: LocatedDocument, options: WhatIfOptions = {}): Loaded<WhatIfAnswer> {
  const question = whatIfQuestion(declared, document, options)
  if (!question.ok) return question
  const decision = decideWhatIf(question.value)
  if (!decision.ok) return decision
  const { policies } = question.value.tenant.conditionalAccess
  const { combined, outcomes } = decision.value.evaluation
  const each = outcomes()
  const value = each.map((outcome, index) => policyOf(policies[index]?.authored, outcome))
  const basis = combined.session === undefined ? undefined : sessionBasis(policies, each)
  return {
    ok: true,
    value: {
      value: question.value.request.appliedPoliciesOnly ? value.filter(({ policyApplies }) => policyApplies) : value,
      combined: basis === undefined ? combined : { ...combined, sessionBasis: basis },
    },
    warnings: [],
  }
}
