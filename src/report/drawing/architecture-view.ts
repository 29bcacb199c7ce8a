import type { Zone } from '../../vocabulary/actors.ts'

/** A box of the architecture picture: a participant of sign-ins with its description. */
export interface ArchitectureBox {
  readonly id: string
  readonly name: string
  readonly facts: readonly string[]
  /** Identity services come first in their zone to keep connections short. */
  readonly kind: 'people' | 'network' | 'token-issuer' | 'directory' | 'identity-provider' | 'service'
}

/** A connection between two boxes. */
export interface ArchitectureLink {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly kind: 'trust' | 'sync' | 'check'
}

/** The drawn architecture: boxes by zone, and connections. */
export interface ArchitectureView {
  readonly title: string
  readonly zones: readonly { readonly zone: Zone; readonly name: string; readonly boxes: readonly ArchitectureBox[] }[]
  readonly links: readonly ArchitectureLink[]
}
