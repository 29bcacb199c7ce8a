import { endOfSms } from './end-of-sms.ts'
import { hybridModernAuthentication } from './hybrid-modern-authentication.ts'
import { leaveAdfs } from './leave-ad-fs.ts'
import { merge } from './merge.ts'
import { passwordless } from './passwordless.ts'
import { retireBasic } from './retire-basic.ts'
import type { Template } from './scaffold.ts'

/** The kinds of plans that can be drafted. */
export const templateNames = [
  'leave-ad-fs',
  'retire-basic',
  'hybrid-modern-authentication',
  'passwordless',
  'end-of-sms',
  'merge',
] as const

/** One of them. */
export type TemplateName = (typeof templateNames)[number]

/** Every template by its name. */
export const templates: { readonly [Name in TemplateName]: Template } = {
  'leave-ad-fs': leaveAdfs,
  'retire-basic': retireBasic,
  'hybrid-modern-authentication': hybridModernAuthentication,
  passwordless,
  'end-of-sms': endOfSms,
  merge,
}
