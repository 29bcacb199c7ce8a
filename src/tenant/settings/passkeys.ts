import * as documented from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { type JsonSchema, oneOf, text } from '../schema/parts.ts'

/** A passkey of a user. */
export interface PasskeyFile {
  readonly aaGuid?: string
  readonly passkeyType?: 'deviceBound' | 'synced'
  readonly attestationLevel?: 'attested' | 'notAttested'
}

/** The form of a passkey. */
export const passkey: JsonSchema = asReturned(
  {
    type: ['string', 'object'],
    title: 'a passkey',
    description: 'A passkey: its AAGUID, or what is known of it.',
    minLength: 1,
    properties: {
      aaGuid: text('AAGUID', 'The model of the authenticator.'),
      passkeyType: oneOf('passkey type', 'Whether it stays on one device.', ['deviceBound', 'synced']),
      attestationLevel: oneOf('attestation', 'Whether it was attested.', ['attested', 'notAttested']),
    },
    additionalProperties: false,
  },
  documented.passkey,
)
