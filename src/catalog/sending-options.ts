import type { Credential } from '../vocabulary/credentials.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { Row } from './row.ts'

/** A way for a device or an application to send mail. */
export interface SendingOption extends Row {
  readonly name: string
  readonly protocol: Protocol
  readonly ports: readonly number[]
  /** What is presented; more than one where the device decides. */
  readonly credentials: readonly Credential[]
  readonly recipients: 'anyone' | 'own-organization'
  readonly needsMailbox: boolean
  readonly needsStaticAddress: boolean
  readonly needsTls: boolean
  readonly worksWithSecurityDefaults: boolean
}

/** The published ways of sending. */
export const sendingOptions: readonly SendingOption[] = [
  {
    id: 'client-submission',
    name: 'SMTP AUTH client submission',
    protocol: 'smtp-auth',
    ports: [587, 25],
    credentials: ['account-password', 'app-password', 'interactive'],
    recipients: 'anyone',
    needsMailbox: true,
    needsStaticAddress: false,
    needsTls: true,
    worksWithSecurityDefaults: false,
    citation: { source: 'exo-multifunction-device', section: 'Option 1' },
  },
  {
    id: 'high-volume-email',
    name: 'High Volume Email',
    protocol: 'smtp-hve',
    ports: [587],
    credentials: ['account-password', 'app-only'],
    recipients: 'own-organization',
    needsMailbox: false,
    needsStaticAddress: false,
    needsTls: true,
    worksWithSecurityDefaults: false,
    citation: { source: 'exo-hve-practice', section: 'Create a new HVE account' },
  },
  {
    id: 'direct-send',
    name: 'Direct send',
    protocol: 'smtp',
    ports: [25],
    credentials: ['none'],
    recipients: 'own-organization',
    needsMailbox: false,
    needsStaticAddress: false,
    needsTls: false,
    worksWithSecurityDefaults: true,
    citation: { source: 'exo-multifunction-device', section: 'Option 2' },
  },
  {
    id: 'relay-connector-address',
    name: 'Relay connector by address',
    protocol: 'smtp',
    ports: [25],
    credentials: ['source-address'],
    recipients: 'anyone',
    needsMailbox: false,
    needsStaticAddress: true,
    needsTls: true,
    worksWithSecurityDefaults: true,
    citation: { source: 'exo-multifunction-device', section: 'Option 3' },
  },
  {
    id: 'relay-connector-certificate',
    name: 'Relay connector by certificate',
    protocol: 'smtp',
    ports: [25],
    credentials: ['certificate'],
    recipients: 'anyone',
    needsMailbox: false,
    needsStaticAddress: false,
    needsTls: true,
    worksWithSecurityDefaults: true,
    citation: { source: 'exo-multifunction-device', section: 'Option 3' },
  },
]
