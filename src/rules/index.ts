import type { Question, RuleId } from '../vocabulary/questions.ts'
import { acceptanceRules } from './acceptance/index.ts'
import { accountStateRules } from './account-state/index.ts'
import { appPasswordRules } from './app-password/index.ts'
import { clientOrderRules } from './client-order/index.ts'
import { credentialRules } from './credential/index.ts'
import { deviceSignInRules } from './device-sign-in/index.ts'
import { deviceTicketRules } from './device-ticket/index.ts'
import { deviceTokenRules } from './device-token/index.ts'
import { flowRules } from './flow/index.ts'
import { grantControlsRules } from './grant-controls/index.ts'
import { homeRealmRules } from './home-realm/index.ts'
import { identityProviderAccessRules } from './identity-provider-access/index.ts'
import { issuerRules } from './issuer/index.ts'
import { mailboxGateRules } from './mailbox-gate/index.ts'
import { methodPreferenceRules } from './method-preference/index.ts'
import { policyBlockRules } from './policy-block/index.ts'
import { providerLogonRules } from './provider-logon/index.ts'
import type { Rule } from './rule.ts'
import { secondFactorRules } from './second-factor/index.ts'
import { secondFactorByRules } from './second-factor-by/index.ts'
import { secondFactorOutcomeRules } from './second-factor-outcome/index.ts'
import { selfServiceRules } from './self-service/index.ts'
import { serviceGateRules } from './service-gate/index.ts'
import { serviceOfferRules } from './service-offer/index.ts'
import { signInMethodRules } from './sign-in-method/index.ts'
import { silentSignInRules } from './silent-sign-in/index.ts'
import { verifierRules } from './verifier/index.ts'

/** The knowledge base: for each question its rules, first match first. */
export const rulebook: { readonly [Q in Question]: readonly Rule<Q>[] } = {
  'client-order': clientOrderRules,
  'service-offer': serviceOfferRules,
  'service-gate': serviceGateRules,
  flow: flowRules,
  issuer: issuerRules,
  'home-realm': homeRealmRules,
  'grant-controls': grantControlsRules,
  'policy-block': policyBlockRules,
  'second-factor': secondFactorRules,
  'app-password': appPasswordRules,
  credential: credentialRules,
  verifier: verifierRules,
  'account-state': accountStateRules,
  'identity-provider-access': identityProviderAccessRules,
  acceptance: acceptanceRules,
  'provider-logon': providerLogonRules,
  'second-factor-outcome': secondFactorOutcomeRules,
  'second-factor-by': secondFactorByRules,
  'self-service': selfServiceRules,
  'mailbox-gate': mailboxGateRules,
  'sign-in-method': signInMethodRules,
  'method-preference': methodPreferenceRules,
  'device-sign-in': deviceSignInRules,
  'device-token': deviceTokenRules,
  'device-ticket': deviceTicketRules,
  'silent-sign-in': silentSignInRules,
}

/** Every rule, question by question. */
// A rule of one question is a rule; the mapped type keeps them apart only for `decide`.
export const allRules: readonly Rule[] = Object.values(rulebook).flat() as unknown as readonly Rule[]

const byId = new Map<string, Rule>(allRules.map((rule) => [rule.id, rule]))

/** The rule of this id, case ignored. */
export function ruleById(id: RuleId | string): Rule | undefined {
  return byId.get(id.toUpperCase())
}
