// json-rules-engine: every policy and every rule of the credential is a rule; two runs, since the second reads the first.
import { Engine } from 'json-rules-engine'
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = 'json-rules-engine'
export const package_ = 'json-rules-engine'

const is = (fact, value) => ({ fact, operator: 'equal', value })

function conditions(policy) {
  const all = [{ fact: 'type', operator: 'in', value: policy.types }]
  if (policy.include !== null)
    all.push({ any: policy.include.map((value) => ({ fact: 'groups', operator: 'contains', value })) })
  if (policy.exclude !== null) all.push({ fact: 'groups', operator: 'doesNotContain', value: policy.exclude })
  if (policy.application !== null) all.push(is('application', policy.application))
  if (policy.location !== null) all.push(is('location', policy.location))
  if (policy.notFrom !== null) all.push({ fact: 'location', operator: 'notEqual', value: policy.notFrom })
  return { all }
}

const rules = [
  ['app-only', [is('application_only', true)]],
  ['windows-integrated', [is('hosting', 'on-premises'), is('joined', true), is('legacy', false)]],
  ['account-password', [is('hosting', 'on-premises')]],
  ['interactive', [is('legacy', false)]],
  ['nothing', [is('mfa', true), is('administers', true)]],
  ['app-password', [is('mfa', true), is('appPassword', true)]],
  ['nothing', [is('mfa', true)]],
  ['account-password', [is('legacy', true)]],
]

export function prepare(policies, requests) {
  const policyEngine = new Engine()
  for (const policy of policies)
    policyEngine.addRule({
      conditions: conditions(policy),
      event: { type: policy.grant, params: { policy: policy.name } },
    })
  const credentialEngine = new Engine()
  for (const [index, [credential, all]] of rules.entries())
    credentialEngine.addRule({
      conditions: { all },
      priority: 100 - index,
      event: { type: 'credential', params: { index, credential } },
    })
  return {
    decide: async (at) => {
      const request = requests[at]
      let mfa = false
      if (asksPolicies(request)) {
        const { events } = await policyEngine.run(request)
        if (events.some(({ type }) => type === 'block') || (events.length > 0 && request.legacy)) return 'block'
        mfa = events.length > 0 || request.enforced
      }
      const { events } = await credentialEngine.run({ ...request, mfa })
      const first = events.reduce((best, { params }) => (params.index < best.index ? params : best), { index: 99 })
      return answerOf(first.credential, mfa && !request.legacy)
    },
  }
}
