// Cedar compiled to WebAssembly, policies parsed once. One question each for block, second factor and credential.
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = '@cedar-policy/cedar-wasm, preparsed'
export const package_ = '@cedar-policy/cedar-wasm'

const list = (values) => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`

function conditions(policy) {
  const all = [
    policy.include === null ? undefined : `context.groups.containsAny(${list(policy.include)})`,
    policy.exclude === null ? undefined : `!context.groups.contains(${JSON.stringify(policy.exclude)})`,
    policy.application === null ? undefined : `context.application == ${JSON.stringify(policy.application)}`,
    `${list(policy.types)}.contains(context.type)`,
    policy.location === null ? undefined : `context.location == ${JSON.stringify(policy.location)}`,
    policy.notFrom === null ? undefined : `context.location != ${JSON.stringify(policy.notFrom)}`,
  ]
  return all.filter((one) => one !== undefined).join(' && ')
}

const permit = (action, when) => `permit(principal, action == Action::"${action}", resource) when { ${when} };`

/** First match is told by the place of the rule in the list of those that permit. */
const credentialRules = [
  'context.applicationOnly',
  'context.onPremises && context.joined && !context.legacy',
  'context.onPremises',
  '!context.legacy',
  'context.mfa && context.administers',
  'context.mfa && context.appPassword',
  'context.mfa',
  'true',
]
const credentials = [
  'app-only',
  'windows-integrated',
  'account-password',
  'interactive',
  'nothing',
  'app-password',
  'nothing',
  'account-password',
]

let sets = 0

export function prepare(policies, requests) {
  const id = `set-${sets}`
  sets += 1
  const named = {}
  for (const policy of policies) named[policy.name] = permit(policy.grant, conditions(policy))
  for (const [index, rule] of credentialRules.entries()) named[`rule-${index}`] = permit('credential', rule)
  const parsed = preparsePolicySet(id, { staticPolicies: named, templates: {}, templateLinks: [] })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  const ask = (action, context) => {
    const answer = statefulIsAuthorized({
      principal: { type: 'User', id: 'u' },
      action: { type: 'Action', id: action },
      resource: { type: 'App', id: 'a' },
      context,
      preparsedPolicySetId: id,
      entities: [],
    })
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer))
    return answer.response
  }
  const contexts = requests.map((request) => ({
    groups: request.groups,
    application: request.application,
    type: request.type,
    location: request.location,
    legacy: request.legacy,
    onPremises: request.hosting === 'on-premises',
    applicationOnly: request.application_only,
    joined: request.joined,
    administers: request.administers,
    appPassword: request.appPassword,
    mfa: false,
  }))
  return { decide: (at) => decide(ask, requests[at], contexts[at]) }
}

function decide(ask, request, context) {
  let mfa = false
  if (asksPolicies(request)) {
    if (ask('block', context).decision === 'allow') return 'block'
    mfa = ask('mfa', context).decision === 'allow'
    if (mfa && request.legacy) return 'block'
    mfa ||= request.enforced
  }
  const { reason } = ask('credential', { ...context, mfa }).diagnostics
  const first = Math.min(...reason.map((one) => Number(one.slice(5))))
  return answerOf(credentials[first], mfa && !request.legacy)
}
