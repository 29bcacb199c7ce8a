import { planRequests } from '../../simulate/plan-requests.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { sensibleRequests } from './sweep.ts'

/** The sign-ins of each user that a sweep plays, user by user. */
export function* signInsOf(tenant: Tenant, signals: ClientRequest['signals']): Iterable<ClientRequest> {
  const at = tenant.asOf
  for (const user of tenant.users.keys()) {
    yield* sensibleRequests(tenant, { user, at, signals })
    for (const purpose of ['register-for-mfa', 'register-device'] as const)
      yield* planRequests(tenant, { user, at, signals, purpose })
  }
}
