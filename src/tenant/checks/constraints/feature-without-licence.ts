import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../../source/document/located-document.ts'
import type { Policy } from '../../conditional-access/model.ts'
import type { Check } from '../check.ts'

interface Feature {
  readonly feature: string
  readonly licence: 'office-365' | 'p1' | 'p2'
  readonly path: DocumentPath
  readonly used: boolean
}

const byRisk = ({ conditions }: Policy): boolean =>
  conditions.signInRisk !== undefined ||
  conditions.userRisk !== undefined ||
  conditions.servicePrincipalRisk !== undefined ||
  conditions.insiderRisk !== undefined

const order = ['free', 'office-365', 'p1', 'p2']

/** What a tenant uses is in the licenses that it states. */
export const featureWithoutLicence: Check = (file, policies) => {
  const licences = file.section('licences')
  if (licences === undefined) return []
  const best = Math.max(0, ...licences.map((licence) => order.indexOf(licence)))
  const enabled = policies.value.policies.filter(({ state }) => state !== 'disabled')
  const mfa = file.section('multifactorAuthentication')
  const features: readonly Feature[] = [
    { feature: 'Conditional Access', licence: 'p1', path: ['conditionalAccess'], used: enabled.length > 0 },
    { feature: 'a policy by risk', licence: 'p2', path: ['conditionalAccess'], used: enabled.some(byRisk) },
    {
      feature: 'a list of trusted addresses',
      licence: 'p1',
      path: ['multifactorAuthentication', 'trustedIps'],
      used: (mfa?.trustedIps ?? []).length > 0,
    },
    {
      feature: 'remembered MFA',
      licence: 'office-365',
      path: ['multifactorAuthentication', 'rememberDays'],
      used: mfa?.rememberDays !== undefined,
    },
  ]
  return features
    .filter(({ used, licence }) => used && order.indexOf(licence) > best)
    .map(({ feature, licence, path }): Diagnostic => {
      const related = [{ at: file.document.rangeOfKey(['licences']), note: 'because-of' }] as const
      return { code: 'CON-18', args: { feature, licence }, at: file.document.rangeOfKey(path), related }
    })
}
