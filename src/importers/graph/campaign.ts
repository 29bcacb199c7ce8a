import type {
  CampaignTargetFile,
  RegistrationCampaignFile,
  RegistrationEnforcementFile,
} from '../../tenant/settings/registration-campaign.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { said } from '../said.ts'
import { flagIn, listIn, textIn } from './collect.ts'
import { type Fields, fieldsOf } from './recognize.ts'
import { wordIn } from './word-in.ts'

function targetOf(fields: Fields): readonly CampaignTargetFile[] {
  const id = textIn(fields, 'id')
  if (id === undefined) return []
  return [
    said<CampaignTargetFile>({
      id,
      targetType: wordIn(fields, 'targettype', ['group', 'user', 'unknownFutureValue']),
      targetedAuthenticationMethod: textIn(fields, 'targetedauthenticationmethod'),
    }),
  ]
}

/** Whom the policy asks to register a method, and which. */
export function registrationEnforcementOf(fields: Fields): RegistrationEnforcementFile | undefined {
  const written = fields.get('registrationenforcement')
  const campaign = isMapping(written) && fieldsOf(written).get('authenticationmethodsregistrationcampaign')
  if (!isMapping(campaign)) return undefined
  const own = fieldsOf(campaign)
  const stated = said<RegistrationCampaignFile>({
    state: wordIn(own, 'state', ['enabled', 'disabled', 'default']),
    includeTargets: listIn(own, 'includetargets').flatMap(targetOf),
    excludeTargets: listIn(own, 'excludetargets').flatMap(targetOf),
    enforceRegistrationAfterAllowedSnoozes: flagIn(own, 'enforceregistrationafterallowedsnoozes'),
  })
  return { authenticationMethodsRegistrationCampaign: stated }
}
