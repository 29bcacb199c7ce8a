import type { DeviceEvidence } from '../../trace/step.ts'
import type { JsonObject } from './json-value.ts'

/** The sign-in to the device, with the resulting tokens. */
export function deviceJson({
  device,
  join,
  method,
  checkedBy,
  at,
  yields,
  rules,
  missing,
}: DeviceEvidence): JsonObject {
  const { primaryRefreshToken, kerberosTicket } = yields
  return {
    ...(device === undefined ? {} : { device }),
    ...(join === undefined ? {} : { join }),
    method,
    ...(checkedBy === undefined ? {} : { checkedBy }),
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    yields: {
      ...(primaryRefreshToken === undefined ? {} : { primaryRefreshToken }),
      ...(kerberosTicket === undefined ? {} : { kerberosTicket }),
    },
    rules: [...rules],
    ...(missing === undefined ? {} : { missing: [...missing] }),
  }
}
