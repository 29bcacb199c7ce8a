/** The name of an object out of its name, its distinguished name or its path: `CN=Block,CN=Auth Policies,...`. */
export function policyNameIn(identity: string): string {
  const distinguished = /^CN=((?:[^,\\]|\\.)+),/i.exec(identity)?.[1]
  if (distinguished !== undefined) return distinguished.replace(/\\(.)/g, '$1').trim()
  return identity.split(/[\\/]/).at(-1)?.trim() ?? identity
}
