import type { EndpointCandidate, SignInRequest } from '../vocabulary/requests.ts'
import type { Home, Session } from './plan-legs.ts'

/** The autodiscover conversations that ask for a credential before the mailbox is reached. */
export function planAutodiscover({ tenant, client, request }: Session, mailbox: Home): readonly SignInRequest[] {
  const kind = client.product.autodiscover
  if (tenant.autodiscover === undefined || kind === 'none' || kind === 'mobile') return []
  if (mailbox !== 'exchange-online' && mailbox !== 'exchange-server') return []
  const prompt = client.product.prompts === 'one' ? 'profile' : 'autodiscover'
  const base = { ...request, protocol: 'autodiscover', prompt, optional: false } as const
  const cloud: SignInRequest = { ...base, leg: 'autodiscover:cloud', relyingParty: 'exchange-online' }
  const onPremises: SignInRequest = { ...base, leg: 'autodiscover:on-premises', relyingParty: 'exchange-server' }
  if (tenant.autodiscover.kind === 'cloud') return [cloud]
  if (mailbox === 'exchange-server') return [onPremises]
  const candidates: readonly EndpointCandidate[] = []
  return candidates.length > 0 ? [cloud] : [onPremises, cloud]
}
