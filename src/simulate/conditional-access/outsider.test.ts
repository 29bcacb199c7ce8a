import { expect, test } from 'vitest'
import { isOfDirectConnect, isOutsider } from './outsider.ts'
import type { PolicyPrincipal } from './sign-in.ts'

type Said = Pick<PolicyPrincipal, 'accountHome' | 'guestType'>

const who = (said: Said): PolicyPrincipal => ({ kind: 'guest', ...said })

test.each<[Said, boolean]>([
  [{}, false],
  [{ guestType: 'internalGuest' }, false],
  [{ guestType: 'b2bCollaborationGuest' }, true],
  [{ accountHome: 'here' }, false],
  [{ accountHome: 'here', guestType: 'b2bCollaborationGuest' }, false],
  [{ accountHome: 'entra-tenant' }, true],
  [{ accountHome: 'entra-tenant', guestType: 'internalGuest' }, true],
])('the account of %j is at home elsewhere: %s', (said, expected) => expect(isOutsider(who(said))).toBe(expected))

test.each<[Said, boolean]>([
  [{}, false],
  [{ guestType: 'b2bDirectConnectUser' }, true],
  [{ guestType: 'b2bCollaborationGuest' }, false],
  [{ accountHome: 'direct-connect' }, true],
  [{ accountHome: 'entra-tenant', guestType: 'b2bDirectConnectUser' }, false],
])('%j uses direct connect: %s', (said, expected) => expect(isOfDirectConnect(who(said))).toBe(expected))
