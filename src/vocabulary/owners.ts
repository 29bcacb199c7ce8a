/** Who a refusal or a block is up to: to let the sign-in pass, this one would have to change. */
export const owners = ['person', 'device', 'client', 'policy', 'service', 'vendor'] as const

/**
 * The owner of an ending. Who forbids a sign-in owns it (a policy, a setting of a service, the vendor on a date); where
 * something is demanded, it is whoever does not give it (the user, the device, the client).
 */
export type Owner = (typeof owners)[number]
