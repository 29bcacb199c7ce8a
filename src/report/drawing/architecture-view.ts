import type { Zone } from '../../vocabulary/actors.ts'

/** A box of the architecture picture: a participant of sign-ins with its description. */
export interface ArchitectureBox {
  readonly id: string
  readonly name: string
  readonly facts: readonly string[]
  /** Identity services come first in their zone to keep connections short. */
  readonly kind: 'people' | 'network' | 'token-issuer' | 'directory' | 'identity-provider' | 'service'
}

/** How two boxes are related: who signs in where, whose tokens are trusted, who is synchronized, who checks a password. */
export const linkKinds = ['sign-in', 'trust', 'federation', 'sync', 'check'] as const
/** One kind of relation. */
export type LinkKind = (typeof linkKinds)[number]

/** A connection between two boxes. */
export interface ArchitectureLink {
  readonly from: string
  readonly to: string
  /** In a sentence: `Exchange Online → Microsoft Entra ID: trusts its tokens`. */
  readonly text: string
  readonly kind: LinkKind
}

/** The drawn architecture: boxes by zone, and connections. */
export interface ArchitectureView {
  readonly title: string
  readonly zones: readonly { readonly zone: Zone; readonly name: string; readonly boxes: readonly ArchitectureBox[] }[]
  readonly links: readonly ArchitectureLink[]
}

/** The key of a connection, as its drawing carries it. */
export const linkKey = ({ from, to, kind }: ArchitectureLink): string => `${kind} ${from} ${to}`
