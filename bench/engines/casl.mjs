// CASL with conditions on the request as subject: three queries.
import { createMongoAbility, subject } from '@casl/ability'
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = '@casl/ability'
export const package_ = '@casl/ability'

function conditions(policy) {
  const groups = {
    ...(policy.include === null ? {} : { $in: policy.include }),
    ...(policy.exclude === null ? {} : { $nin: [policy.exclude] }),
  }
  const location = {
    ...(policy.location === null ? {} : { $eq: policy.location }),
    ...(policy.notFrom === null ? {} : { $ne: policy.notFrom }),
  }
  return {
    ...(Object.keys(groups).length === 0 ? {} : { groups }),
    ...(policy.application === null ? {} : { application: policy.application }),
    type: { $in: policy.types },
    ...(Object.keys(location).length === 0 ? {} : { location }),
  }
}

// The last rule that matches is the relevant one, so the list is the other way round.
const rules = [
  ['account-password', {}],
  ['nothing', { mfa: true }],
  ['app-password', { mfa: true, appPassword: true }],
  ['nothing', { mfa: true, administers: true }],
  ['interactive', { legacy: false }],
  ['account-password', { hosting: 'on-premises' }],
  ['windows-integrated', { hosting: 'on-premises', joined: true, legacy: false }],
  ['app-only', { application_only: true }],
]

export function prepare(policies, requests) {
  const ability = createMongoAbility([
    ...policies.map((policy) => ({ action: policy.grant, subject: 'Request', conditions: conditions(policy) })),
    ...rules.map(([reason, when]) => ({ action: 'credential', subject: 'Request', conditions: when, reason })),
  ])
  const subjects = requests.map((request) => subject('Request', { ...request, mfa: false }))
  return {
    decide: (at) => {
      const request = subjects[at]
      let mfa = false
      if (asksPolicies(request)) {
        if (ability.can('block', request)) return 'block'
        mfa = ability.can('mfa', request)
        if (mfa && request.legacy) return 'block'
        mfa ||= request.enforced
      }
      request.mfa = mfa
      const { reason } = ability.relevantRuleFor('credential', request)
      return answerOf(reason, mfa && !request.legacy)
    },
  }
}
