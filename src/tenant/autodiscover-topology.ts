import type { Declared } from './declared.ts'

/** Where endpoints can be found. */
export interface AutodiscoverTopology extends Declared {
  readonly kind: 'cloud' | 'on-premises' | 'hybrid'
  readonly serviceConnectionPoints: readonly {
    readonly host: string
    readonly site?: string
    readonly hosting: 'online' | 'on-premises'
  }[]
  /** Where each DNS step leads: root domain, autodiscover host, redirect, SRV record. */
  readonly dns: Readonly<
    Partial<Record<'rootDomain' | 'autodiscoverHost' | 'httpRedirect' | 'srvRecord', 'online' | 'on-premises' | 'none'>>
  >
}
