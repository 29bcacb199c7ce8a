import type { Zone } from '../../vocabulary/actors.ts'

/** A box of the architecture picture: something that takes part in sign-ins, and what is said about it. */
export interface ArchitectureBox {
  readonly id: string
  readonly name: string
  readonly facts: readonly string[]
  /** The identity services stand first in their zone, so that what joins them is short. */
  readonly kind: 'people' | 'network' | 'token-issuer' | 'directory' | 'identity-provider' | 'service'
}

/** What joins two boxes. */
export interface ArchitectureLink {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly kind: 'trust' | 'sync' | 'check'
}

/** An architecture as it is drawn: boxes by zone, and what joins them. */
export interface ArchitectureView {
  readonly title: string
  readonly zones: readonly { readonly zone: Zone; readonly name: string; readonly boxes: readonly ArchitectureBox[] }[]
  readonly links: readonly ArchitectureLink[]
}
