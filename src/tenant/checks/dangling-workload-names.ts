import { protocols } from '../../vocabulary/protocols.ts'
import { namesOf } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

const protocolNames = namesOf([...protocols, 'default'])

/** The default authentication policy of a workload is one of its policies, and its methods stand under protocols. */
export const danglingWorkloadNames: Check = (file) =>
  [...file.workloads()].flatMap(([name, workload]) => {
    const path = ['workloads', name]
    const policies = namesOf((workload.authenticationPolicies ?? []).map((policy) => policy.name))
    const methods = Object.keys(workload.authenticationMethods ?? {})
    return [
      ...undeclared(file, policies, {
        kind: 'authentication policy',
        name: workload.DefaultAuthenticationPolicy,
        path: [...path, 'DefaultAuthenticationPolicy'],
      }),
      ...methods.flatMap((protocol) => {
        const found = unknownTo(file, protocolNames, 'protocols', {
          kind: 'protocol',
          name: protocol,
          path: [...path, 'authenticationMethods', protocol],
        })
        const at = file.document.rangeOfKey([...path, 'authenticationMethods', protocol])
        return found.map((one) => ({ ...one, at }))
      }),
    ]
  })
