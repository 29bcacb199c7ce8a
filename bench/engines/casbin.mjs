// casbin with one enforcer each for block, second factor and credential; attributes of the request in the matcher.
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin'
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = 'casbin'
export const package_ = 'casbin'

const policyModel = `
[request_definition]
r = q
[policy_definition]
p = name, any, one, two, exclude, application, types, location, notFrom
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = (p.any == "yes" || has(r.q.groups, p.one) || has(r.q.groups, p.two)) && !has(r.q.groups, p.exclude) && (p.application == "*" || p.application == r.q.application) && within(p.types, r.q.type) && (p.location == "*" || p.location == r.q.location) && p.notFrom != r.q.location
`

const credentialModel = `
[request_definition]
r = q
[policy_definition]
p = index, only, premises, joined, legacy, mfa, administers, password
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = is(p.only, r.q.only) && is(p.premises, r.q.premises) && is(p.joined, r.q.joined) && is(p.legacy, r.q.legacy) && is(p.mfa, r.q.mfa) && is(p.administers, r.q.administers) && is(p.password, r.q.password)
`

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
const rules = [
  '0, yes, *, *, *, *, *, *',
  '1, *, yes, yes, no, *, *, *',
  '2, *, yes, *, *, *, *, *',
  '3, *, *, *, no, *, *, *',
  '4, *, *, *, *, yes, yes, *',
  '5, *, *, *, *, yes, *, yes',
  '6, *, *, *, *, yes, *, *',
  '7, *, *, *, *, *, *, *',
]

const line = (policy) =>
  `p, ${policy.name}, ${policy.include === null ? 'yes' : 'no'}, ${policy.include?.[0] ?? '-'}, ${policy.include?.[1] ?? '-'}, ${policy.exclude ?? '-'}, ${policy.application ?? '*'}, ${policy.types.join('|')}, ${policy.location ?? '*'}, ${policy.notFrom ?? '-'}`

async function enforcer(model, lines) {
  const made = await newEnforcer(newModelFromString(model), new StringAdapter(lines.join('\n')))
  made.addFunction('has', (groups, group) => groups.includes(group))
  made.addFunction('within', (types, type) => types.split('|').includes(type))
  made.addFunction('is', (wanted, value) => wanted === '*' || wanted === value)
  return made
}

const word = (value) => (value ? 'yes' : 'no')

export async function prepare(policies, requests) {
  const of = (grant) => policies.filter((policy) => policy.grant === grant).map(line)
  const empty = ['p, none, no, -, -, -, none, none, none, -']
  const block = await enforcer(policyModel, [...empty, ...of('block')])
  const mfaOf = await enforcer(policyModel, [...empty, ...of('mfa')])
  const credential = await enforcer(
    credentialModel,
    rules.map((rule) => `p, ${rule}`),
  )
  const asked = requests.map((request) => ({
    only: word(request.application_only),
    premises: word(request.hosting === 'on-premises'),
    joined: word(request.joined),
    legacy: word(request.legacy),
    administers: word(request.administers),
    password: word(request.appPassword),
  }))
  return {
    decide: (at) => {
      const request = requests[at]
      let mfa = false
      if (asksPolicies(request)) {
        if (block.enforceSync(request)) return 'block'
        mfa = mfaOf.enforceSync(request)
        if (mfa && request.legacy) return 'block'
        mfa ||= request.enforced
      }
      const [, rule] = credential.enforceExSync({ ...asked[at], mfa: word(mfa) })
      return answerOf(credentials[Number(rule[0])], mfa && !request.legacy)
    },
  }
}
