import type { Flow } from '../../vocabulary/protocols.ts'

/** Ways of authenticating. */
export const flowWords = {
  modern: 'modern authentication',
  basic: 'basic authentication',
  'sign-in-assistant': 'the Sign-in Assistant',
  'password-grant': 'the password grant',
  'windows-integrated': 'Windows-integrated authentication',
  digest: 'digest authentication',
  certificate: 'certificate authentication',
  none: 'no authentication',
} as const satisfies Record<Flow, string>
