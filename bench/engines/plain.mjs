// Written by hand, as simply as it goes: arrays of texts, nothing prepared. The reference for every answer.
import { answerOf, asksPolicies, credentialRules } from '../problem.mjs'

export const name = 'hand-written, plain arrays'

export function applies(policy, request) {
  if (policy.include !== null && !policy.include.some((group) => request.groups.includes(group))) return false
  if (policy.exclude !== null && request.groups.includes(policy.exclude)) return false
  if (policy.application !== null && policy.application !== request.application) return false
  if (!policy.types.includes(request.type)) return false
  if (policy.location !== null && policy.location !== request.location) return false
  return policy.notFrom === null || policy.notFrom !== request.location
}

export function prepare(policies, requests) {
  return {
    decide: (at) => {
      const request = requests[at]
      let mfa = false
      if (asksPolicies(request))
        for (const policy of policies) {
          if (!applies(policy, request)) continue
          if (policy.grant === 'block' || request.legacy) return 'block'
          mfa = true
        }
      const demanded = (mfa || request.enforced) && asksPolicies(request)
      const rule = credentialRules.find(({ when }) => when(request, demanded))
      return answerOf(rule.credential, demanded && !request.legacy)
    },
  }
}
