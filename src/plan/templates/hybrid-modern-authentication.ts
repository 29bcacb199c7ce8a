import type { Mapping } from '../../vocabulary/mapping.ts'
import { type DraftStage, partOf, type Subject, type Template } from './scaffold.ts'

/** Modern authentication is stated under one of two names. */
function turnedOn(workload: Mapping): Mapping {
  return workload['modernAuthentication'] === undefined
    ? { OAuth2ClientProfileEnabled: true }
    : { modernAuthentication: true }
}

function cloudStage({ tenant, value }: Subject): readonly DraftStage[] {
  if (tenant.workloads.get('exchange-online')?.modernAuthentication !== 'off') return []
  return [
    {
      says: 'The organization in the cloud allows modern authentication first.',
      source: 'hma-exchange',
      name: 'Exchange Online allows modern authentication',
      changes: { workloads: { 'exchange-online': turnedOn(partOf(value, 'workloads', 'exchange-online')) } },
    },
  ]
}

function stageOf(
  { tenant, value }: Subject,
  workload: 'exchange-server' | 'skype-for-business-server',
  stage: Pick<DraftStage, 'name' | 'says' | 'source'>,
): readonly DraftStage[] {
  const found = tenant.workloads.get(workload)
  if (found === undefined) return []
  if (found.modernAuthority === 'entra-id' && found.modernAuthentication === 'on') return []
  const settings = { ...turnedOn(partOf(value, 'workloads', workload)), modernAuthority: 'entra-id' }
  return [{ ...stage, changes: { workloads: { [workload]: settings } } }]
}

/** Cutting over to hybrid modern authentication: servers on-premises take tokens of the cloud. */
export const hybridModernAuthentication: Template = (subject) => {
  const stages = [
    ...cloudStage(subject),
    ...stageOf(subject, 'skype-for-business-server', {
      says: 'Skype for Business Server is switched over before Exchange Server, or together with it.',
      source: 'hma-skype',
      name: 'Skype for Business Server takes tokens of Microsoft Entra ID',
    }),
    ...stageOf(subject, 'exchange-server', {
      says: 'Exchange Server sends modern clients to Microsoft Entra ID; older clients go on as before.',
      source: 'hma-exchange',
      name: 'Exchange Server takes tokens of Microsoft Entra ID',
    }),
  ]
  if (stages.every(({ source, name }) => source === 'hma-exchange' && name.startsWith('Exchange Online')))
    return {
      because: 'no server on-premises is left to switch over',
      help: 'this template is for a tenant with Exchange Server or Skype for Business Server',
    }
  return { plan: `${subject.tenant.name}: hybrid modern authentication`, cohorts: [], stages }
}
