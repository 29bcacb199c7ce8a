import { decidePolicies } from '../simulate/conditional-access/evaluate.ts'
import { neededBy, type PolicyReading } from '../simulate/conditional-access/rows-of.ts'
import type { PolicyLocation, PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import type { Side } from './side.ts'

/** The request body of Graph's `conditionalAccess/evaluate`. */
export interface ReplayRequest {
  readonly signInIdentity: Readonly<Record<string, string | readonly string[]>>
  readonly signInContext: Readonly<Record<string, string | readonly string[]>>
  readonly signInConditions: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

const odata = (type: string): Readonly<Record<string, string>> => ({ '@odata.type': `#microsoft.graph.${type}` })

/** Memberships of someone whom the file does not declare; `what-if` reads them. */
function listed(name: string, values: ReadonlySet<string> | undefined): Readonly<Record<string, readonly string[]>> {
  return values === undefined || values.size === 0 ? {} : { [name]: [...values] }
}

function identityOf({ principal }: PolicySignIn): ReplayRequest['signInIdentity'] {
  const { kind, userPrincipalName, guestType, homeTenant } = principal
  if (kind === 'service-principal') {
    return { ...odata('servicePrincipalSignIn'), servicePrincipalId: userPrincipalName ?? principal.id ?? '' }
  }
  if (userPrincipalName !== undefined) return { ...odata('userSignIn'), userId: userPrincipalName }
  return {
    ...odata('userSignIn'),
    externalUserType: guestType ?? 'none',
    ...listed('groups', principal.groups),
    ...listed('roles', principal.roles),
    ...(homeTenant === undefined ? {} : { externalTenantId: homeTenant }),
  }
}

/**
 * Policies bind on the services that the target depends on; the request lists them because the vendor's evaluation
 * ignores dependencies.
 */
function contextOf({ target }: PolicySignIn): ReplayRequest['signInContext'] {
  if ('userAction' in target) return { ...odata('userActionContext'), userAction: target.userAction }
  if ('authenticationContext' in target)
    return { ...odata('authContext'), authenticationContextValue: target.authenticationContext }
  const needed = neededBy(target, 'early').map(({ application }) => application)
  return { ...odata('applicationContext'), includeApplications: [...new Set([...target.applications, ...needed])] }
}

type Conditions = ReplayRequest['signInConditions']

function conditionsOf(signIn: PolicySignIn): Conditions {
  const { location, device, authenticationFlow } = signIn
  const levels = ['signInRiskLevel', 'userRiskLevel', 'servicePrincipalRiskLevel', 'insiderRiskLevel'] as const
  const given = ['clientAppType', 'devicePlatform', ...levels] as const
  const address = location?.addresses?.[0]
  return {
    ...Object.fromEntries(given.flatMap((name) => (signIn[name] === undefined ? [] : [[name, signIn[name]]]))),
    ...(address === undefined ? {} : { ipAddress: address }),
    ...(location?.country === undefined ? {} : { country: location.country }),
    ...(authenticationFlow === undefined ? {} : { authenticationFlow: { transferMethod: authenticationFlow } }),
    ...(device === undefined || device === 'unregistered' ? {} : { deviceInfo: { ...device } }),
  }
}

/** The sign-in that a request describes after some conditions are removed. */
function without(signIn: PolicySignIn, conditions: Conditions): PolicySignIn {
  const { clientAppType, devicePlatform, location, device, authenticationFlow, ...rest } = signIn
  const { signInRiskLevel, userRiskLevel, servicePrincipalRiskLevel, insiderRiskLevel, ...always } = rest
  const kept: Record<string, unknown> = {}
  for (const name of ['clientAppType', 'devicePlatform', 'signInRiskLevel', 'userRiskLevel'] as const)
    if (name in conditions) kept[name] = signIn[name]
  for (const name of ['servicePrincipalRiskLevel', 'insiderRiskLevel'] as const)
    if (name in conditions) kept[name] = signIn[name]
  if ('authenticationFlow' in conditions) kept['authenticationFlow'] = authenticationFlow
  if ('deviceInfo' in conditions) kept['device'] = device
  const place: PolicyLocation = {
    ...('ipAddress' in conditions && location?.addresses !== undefined ? { addresses: location.addresses } : {}),
    ...('country' in conditions && location?.country !== undefined ? { country: location.country } : {}),
  }
  return { ...always, location: place, ...kept }
}

const vendorReading: PolicyReading = { missing: 'none', dependencies: false }

/** What the vendor's evaluation would answer for a request with these conditions. */
function answerTo(
  { compiled }: Side,
  signIn: PolicySignIn,
  request: Omit<ReplayRequest, 'signInConditions'>,
  conditions: Conditions,
  about: PolicyName | undefined,
): string {
  const { includeApplications } = request.signInContext
  const target = Array.isArray(includeApplications) ? { applications: includeApplications } : signIn.target
  const asked = { ...without(signIn, conditions), target }
  const { combined, outcomes } = decidePolicies(compiled, asked, vendorReading)
  const { decision, required, session, policies } = combined
  const said = about === undefined ? undefined : outcomes().find(({ policy }) => policy === about)?.effect
  return JSON.stringify([decision, required, session, policies, said])
}

const order = [
  'deviceInfo',
  'insiderRiskLevel',
  'userRiskLevel',
  'signInRiskLevel',
  'servicePrincipalRiskLevel',
  'authenticationFlow',
  'country',
  'ipAddress',
  'devicePlatform',
]

/** The request of a sign-in with everything that is known of it. */
export function wholeRequest(signIn: PolicySignIn): ReplayRequest {
  return {
    signInIdentity: identityOf(signIn),
    signInContext: contextOf(signIn),
    signInConditions: conditionsOf(signIn),
  }
}

/**
 * The smallest `what-if` request with the same result as this sign-in; removes irrelevant conditions one at a time. A
 * policy that is not enforced has no part in the result, so what it says itself is kept where it is asked about.
 */
export function replayRequest(side: Side, signIn: PolicySignIn, about?: PolicyName): ReplayRequest {
  const [request] = replayRequests([side], [signIn], about)
  // Invariant: there is a request for each side.
  if (request === undefined) throw new Error('no request for a side')
  return request
}

/** The same for a sign-in as several sides see it: each has a request, all with the conditions that any of them needs. */
export function replayRequests(
  sides: readonly Side[],
  signIns: readonly PolicySignIn[],
  about?: PolicyName,
): readonly ReplayRequest[] {
  const requests = signIns.map((signIn) => ({ ...wholeRequest(signIn), signIn }))
  const answersWithout = (left: ReadonlySet<string>): string =>
    JSON.stringify(
      requests.map(({ signIn, signInConditions, ...request }, at) => {
        const side = sides[at]
        return side && answerTo(side, signIn, request, withoutThese(signInConditions, left), about)
      }),
    )
  const left = new Set<string>()
  const wanted = answersWithout(left)
  for (const name of order) {
    left.add(name)
    if (answersWithout(left) !== wanted) left.delete(name)
  }
  return requests.map(({ signIn: _signIn, signInConditions, ...request }) => ({
    ...request,
    signInConditions: withoutThese(signInConditions, left),
  }))
}

const withoutThese = (conditions: Conditions, left: ReadonlySet<string>): Conditions =>
  Object.fromEntries(Object.entries(conditions).filter(([name]) => !left.has(name)))
